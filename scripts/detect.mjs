// npm run --silent detect -- FILE|FOLDER...|- [OPTIONS]: mentions in plain text; docs/detect.md is the manual.
import { readdirSync, statSync } from 'node:fs';
import { ensureDependencies, giveUp, ROOT, run } from './setup.mjs';

const PROGRAM = `${ROOT}.output/detect/detect.mjs`;
const MADE_OF = ['lib', 'seeds', 'scripts'];

ensureDependencies();
if (newest(MADE_OF) > timeOf(PROGRAM)) {
  const made = run('npx', ['--no-install', 'vite', 'build', '-c', 'scripts/detect/vite.config.ts'], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
  });
  if (made !== 0) giveUp('The program could not be built; the messages above say why.');
}
process.chdir(process.env.INIT_CWD ?? process.cwd());
await import(PROGRAM);

/** When the newest file in the folders was last written, in ms. */
function newest(folders) {
  return Math.max(
    ...folders.flatMap((folder) =>
      readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' }).map((name) =>
        timeOf(`${ROOT}${folder}/${name}`),
      ),
    ),
  );
}

/** 0 for a file that is not there. */
function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
