// Tests in the browser that are asked for by name, since they are long: node tests/step.mjs pictures|limits. `pictures`:
// every picture for looking at can be made; `limits`: many rows, long notes, large files, killed workers.
// Ends with: N passed, N failed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

const [, , STEP] = process.argv;
const REPORT = resolve(`.output/reports/${STEP}.json`);
const CONFIG = 'tests/e2e/playwright.config.ts';
const PICTURES = resolve('.output/pictures/docs');

rmSync(REPORT, { force: true });
mkdirSync(PICTURES, { recursive: true });
const { status } = spawnSync('npx', ['--no-install', 'playwright', 'test', '-c', CONFIG], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: {
    ...process.env,
    PANGZHU_STEP: STEP,
    PANGZHU_REPORT: REPORT,
    PANGZHU_LOOKS: '2',
    ...(STEP === 'pictures' ? { PANGZHU_PICTURES: PICTURES } : {}),
  },
});
const { expected, unexpected, flaky } = JSON.parse(readFileSync(REPORT, 'utf8')).stats;
const bad = unexpected + flaky;
console.log(`${expected} passed, ${bad === 0 && status !== 0 ? 1 : bad} failed`);
process.exit(status === 0 ? 0 : 1);
