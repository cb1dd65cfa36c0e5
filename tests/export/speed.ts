/** node --import tsx tests/export/speed.ts [ANNOTATIONS]: time and memory of each format for many annotations. */
import { exportFile } from '../../lib/export/exportFile';
import { FORMAT_IDS } from '../../lib/model';
import { buildLexicon } from '../../lib/reference/lexicon';
import { readBundledPack } from '../../scripts/seeds';
import { contextFor } from './library';
import { manyArticles } from './many';

const COUNT = Number(process.argv[2] ?? 100_000);
const context = contextFor(buildLexicon([readBundledPack()]));
const wanted = process.argv[3];
for (const id of FORMAT_IDS.filter((each) => wanted === undefined || each === wanted)) {
  globalThis.gc?.();
  const begun = process.cpuUsage();
  const { chunks, name } = await exportFile(id, () => manyArticles(COUNT), context);
  let bytes = 0;
  let most = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    most = Math.max(most, process.memoryUsage().heapUsed);
  }
  // Of the processor: other work on the machine does not count.
  const used = process.cpuUsage(begun);
  const seconds = ((used.user + used.system) / 1e6).toFixed(1);
  console.log(
    `${id.padEnd(14)} ${seconds.padStart(6)} s  ${(bytes / 1e6).toFixed(1).padStart(7)} MB  heap at most ${(most / 1e6).toFixed(0).padStart(5)} MB  ${name}`,
  );
}
