// Run by Maven in a directory with a package.json: installs what the lock file says, unless that is what node_modules
// holds already, and runs the named script.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const installed = 'node_modules/.lock-sha256';
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

function npm(...args) {
  const { status, error } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (error || status !== 0) {
    console.error(`npm ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`);
    process.exit(status || 1);
  }
}

if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(installed, lock);
}
npm('run', '--silent', process.argv[2]);
