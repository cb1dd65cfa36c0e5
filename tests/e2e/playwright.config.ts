import { defineConfig } from '@playwright/test';

/** Long ones, asked for by name: see tests/step.mjs, `npm run pictures`. */
const STEPS = ['pictures', 'limits'];
const step = process.env.PANGZHU_STEP;

export default defineConfig({
  testDir: '.',
  testMatch: step === undefined ? '**/*.spec.ts' : `**/*${step}*.spec.ts`,
  testIgnore: step === undefined ? STEPS.map((each) => `**/*${each}*.spec.ts`) : [],
  outputDir: '../../.output/e2e',
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  forbidOnly: true,
  retries: 0,
  reporter: process.env.PANGZHU_REPORT ? [['dot'], ['json', { outputFile: process.env.PANGZHU_REPORT }]] : [['dot']],
});
