import { isMainThread } from 'node:worker_threads';
import { runCommand } from './command';
import { runWorker } from './worker';

if (isMainThread) {
  // Whoever reads us may have had enough: `detect … | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  await runCommand(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  });
} else runWorker();
