// What a newcomer sees first: `npm start` without a display prints the sample article's mentions, and saves a picture.
import { spawnSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';

const PICTURE = '.output/start.png';
rmSync(PICTURE, { force: true });
const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
const { status, stdout } = spawnSync('npm', ['start', '--silent'], { env, encoding: 'utf8', timeout: 300_000 });
const checks = {
  'ends well': status === 0,
  'tells title and date': /全省优化营商环境工作推进会在太原召开\n.*2022-05-16/.test(stdout),
  'lists a mention with its kind and count': /^三无三可 +\S+ +1 {2}\S/m.test(stdout),
  'saves a picture': (statSync(PICTURE, { throwIfNoEntry: false })?.size ?? 0) > 10_000,
};
const failed = Object.entries(checks).filter(([, isGood]) => !isGood);
for (const [name] of failed) console.log(`npm start: not so: ${name}\n${stdout}`);
console.log(`${Object.keys(checks).length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
