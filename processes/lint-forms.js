// Checks ../forms as Camunda Modeler does. Its linter is written for a bundler, so it is bundled before it runs.
const { build } = require('esbuild');
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const FORMS = join(__dirname, '..', 'forms');

// The newest that the linter knows rules of; of 7.24 it knows none and would say nothing.
const RULES_OF = { executionPlatformVersion: '7.22.0' };

async function linter() {
  const { outputFiles } = await build({
    stdin: { contents: 'module.exports = require("@camunda/form-linting");', resolveDir: __dirname },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  });
  const bundle = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(bundle, bundle.exports, require);
  return new bundle.exports.FormLinter();
}

linter().then((lint) => {
  for (const file of readdirSync(FORMS).filter((name) => name.endsWith('.form'))) {
    const form = { ...JSON.parse(readFileSync(join(FORMS, file), 'utf8')), ...RULES_OF };
    for (const { id, message, category } of lint.lint(form)) {
      console.error(`${file}: ${id}: ${message} (${category})`);
      process.exitCode = 1;
    }
  }
});
