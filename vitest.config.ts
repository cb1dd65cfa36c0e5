import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/browsers.mjs';

const chromium = findBrowser('chromium');

// Vitest 5 reports failures with Map.groupBy, which Node 20 does not have.
Map.groupBy ??= function groupBy<K, V>(values: Iterable<V>, keyOf: (value: V, index: number) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  let index = 0;
  for (const value of values) {
    const key = keyOf(value, index++);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return groups;
};

/** ms. A guard against what hangs, not a measure: machines under load are slow. */
const testTimeout = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          testTimeout,
          include: ['{lib,components,seeds,scripts}/**/*.test.ts', 'tests/house/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
          setupFiles: ['tests/draws.ts'],
        },
      },
      { test: { name: 'build', testTimeout, include: ['tests/build/**/*.test.ts'] } },
      {
        test: {
          name: 'browser',
          testTimeout,
          include: ['{lib,components}/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(chromium === null ? {} : { executablePath: chromium }), args: ['--no-sandbox'] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
