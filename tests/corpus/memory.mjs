// Loaded into each filter: notes the most memory that the process held, in kilobytes, when it ends.
import { appendFileSync } from 'node:fs';

process.on('exit', () => {
  appendFileSync(process.env.PANGZHU_MEMORY_LOG, `${process.resourceUsage().maxRSS}\n`);
});
