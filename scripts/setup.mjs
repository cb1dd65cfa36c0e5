// What every command needs first. No dependencies: it installs them.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));
const OLDEST_NODE = 20;

/** Ends the process with one sentence that says what to do. */
export function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Runs a program in the project and waits for it; its exit code. */
export function run(command, args, options = {}) {
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell, ...options });
  if (error) throw error;
  return status ?? 1;
}

/** Installs the dependencies when they are missing or older than the lock file. */
export function ensureDependencies() {
  const version = Number(process.versions.node.split('.')[0]);
  if (version < OLDEST_NODE)
    giveUp(`Node.js ${OLDEST_NODE} or newer is needed; this is ${process.version}. See nodejs.org.`);
  const installed = `${ROOT}node_modules/.package-lock.json`;
  const isFresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${ROOT}package-lock.json`).mtimeMs;
  if (!isFresh) {
    // Standard output belongs to what the command prints.
    console.error('Installing dependencies …');
    const stdio = ['inherit', 2, 2];
    if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio }) !== 0) {
      giveUp(
        'The dependencies could not be installed; the messages above say why. With a network, run the command again.',
      );
    }
  }
  if (!existsSync(`${ROOT}.wxt/tsconfig.json`)) run('npx', ['--no-install', 'wxt', 'prepare'], { stdio: 'ignore' });
}

/** Builds the extension for a browser into .output/; ends the process when that fails. */
export function build(kind) {
  const args = kind === 'firefox' ? ['build', '-b', 'firefox', '--mv3'] : ['build'];
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', 'wxt', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(stdout, stderr);
    giveUp('The extension could not be built; the messages above say why.');
  }
  return `${ROOT}.output/${kind === 'firefox' ? 'firefox' : 'chrome'}-mv3`;
}
