// Every picture for looking at can be made, and what is drawn in it is accessible. Ends with: N passed, N failed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const REPORT = '.output/reports/pictures.json';
const CONFIG = 'tests/e2e/playwright.config.ts';
const PICTURES = '.output/pictures/docs';

rmSync(REPORT, { force: true });
mkdirSync(PICTURES, { recursive: true });
const { status } = spawnSync('npx', ['--no-install', 'playwright', 'test', '-c', CONFIG, 'pictures'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, PANGZHU_REPORT: REPORT, PANGZHU_PICTURES: PICTURES, PANGZHU_LOOKS: '2' },
});
const { expected, unexpected, flaky } = JSON.parse(readFileSync(REPORT, 'utf8')).stats;
const bad = unexpected + flaky;
console.log(`${expected} passed, ${bad === 0 && status !== 0 ? 1 : bad} failed`);
process.exit(status === 0 ? 0 : 1);
