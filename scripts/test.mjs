// npm test: sets up what is missing, then checks everything. Ends with one line: N passed, N failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowsers } from './browsers.mjs';
import { ensureDependencies, giveUp, ROOT } from './setup.mjs';

const REPORTS = `${ROOT}.output/reports`;
const VITEST = `${REPORTS}/vitest.json`;
const PLAYWRIGHT = `${REPORTS}/playwright.json`;

/** One check that passes or fails as a whole. */
const once = (status) => ({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 });

/**
 * What runs, in this order, and how its results are counted.
 * @type {[name: string, command: string[], count: (status: number | null) => { passed: number, failed: number }][]}
 */
const CHECKS = [
  ['format', ['prettier', '--check', '--log-level=warn', '.'], once],
  ['lint', ['oxlint', '--type-aware', '--quiet'], once],
  ['types', ['tsc', '--noEmit'], once],
  ['types of the pure rooms, without the DOM', ['tsc', '-p', 'lib/tsconfig.pure.json'], once],
  ['unused files, exports and dependencies', ['knip'], once],
  ['build for Chromium', ['wxt', 'build'], once],
  ['build for Firefox', ['wxt', 'build', '-b', 'firefox', '--mv3'], once],
  [
    'unit, page and build tests',
    ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${VITEST}`],
    countVitest,
  ],
  ['browsers, whole extension', ['playwright', 'test', '-c', 'tests/e2e/playwright.config.ts'], countPlaywright],
];

ensureDependencies();
const browsers = ensureBrowsers(['chromium', 'firefox']);
for (const [kind, path] of Object.entries(browsers)) {
  if (path === null) {
    giveUp(
      `No ${kind} was found and it could not be installed: install it (Debian, Ubuntu: sudo apt install chromium firefox-esr), or name it in PANGZHU_${kind.toUpperCase()}.`,
    );
  }
}
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

let passed = 0;
let failed = 0;
for (const [name, command, count] of CHECKS) {
  const begun = Date.now();
  const isQuiet = count === once;
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', ...command], {
    cwd: ROOT,
    stdio: isQuiet ? 'pipe' : 'inherit',
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, PANGZHU_REPORT: PLAYWRIGHT },
  });
  // What passes need not talk.
  if (isQuiet && status !== 0) console.log(stdout + stderr);
  const counted = count(status);
  passed += counted.passed;
  failed += counted.failed;
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  console.log(
    `${counted.failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${counted.passed} passed, ${counted.failed} failed (${seconds} s)`,
  );
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/** A runner that ends badly without a report has failed, whatever it counted. */
function countVitest(status) {
  if (!existsSync(VITEST)) return once(1);
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(VITEST, 'utf8'));
  const lost = status !== 0 && numFailedTests === 0 ? Math.max(1, numFailedTestSuites) : 0;
  return { passed: numPassedTests, failed: numFailedTests + lost };
}

function countPlaywright(status) {
  if (!existsSync(PLAYWRIGHT)) return once(1);
  const { stats } = JSON.parse(readFileSync(PLAYWRIGHT, 'utf8'));
  const bad = stats.unexpected + stats.flaky;
  return { passed: stats.expected, failed: bad === 0 && status !== 0 ? 1 : bad };
}
