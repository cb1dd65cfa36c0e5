import { defineConfig } from 'vite';
import { bundledPack } from '../bundledPack';

/** One file that needs nothing but Node: `.output/detect/detect.mjs`, the reference inside. */
export default defineConfig({
  plugins: [bundledPack()],
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: 'scripts/detect/main.ts',
    outDir: '.output/detect',
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'detect.mjs', codeSplitting: false } },
  },
});
