import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['{lib,components,seeds,scripts}/**/*.test.ts', 'tests/house/**/*.test.ts'] },
});
