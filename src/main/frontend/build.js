// Bundles src/ into the folder given as first argument (default: where Maven puts the class path).
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const outdir = process.argv[2] ?? `${here}../../../target/classes/static/assets`;

await build({
  absWorkingDir: here,
  entryPoints: ['src/site.js', 'src/tab.js', 'src/diagram.js', 'src/gantt.js', 'src/site.css'],
  outdir,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  conditions: ['style'],
  minify: true,
  legalComments: 'eof',
  loader: { '.woff': 'file', '.woff2': 'file', '.ttf': 'file', '.eot': 'file', '.svg': 'file' },
  logLevel: 'warning',
});
