import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  // Made when they are asked for: `npm run pictures`, tests/pictures.mjs.
  testIgnore: process.env.PANGZHU_PICTURES === undefined ? '**/*pictures*' : [],
  outputDir: '../../.output/e2e',
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  forbidOnly: true,
  retries: 0,
  reporter: process.env.PANGZHU_REPORT ? [['dot'], ['json', { outputFile: process.env.PANGZHU_REPORT }]] : [['dot']],
});
