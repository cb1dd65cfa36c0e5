/** node --expose-gc --import tsx tests/export/large.ts: a backup of a gigabyte is written and read at once, by pieces. */
import { readBundledPack } from '../../scripts/seeds';
import { FORMATS, READERS } from '../../lib/export/formats';
import { buildLexicon } from '../../lib/reference/lexicon';
import { contextFor } from './library';
import { manyArticles } from './many';

const COUNT = Number(process.argv[2] ?? 420_000);
const context = contextFor(buildLexicon([readBundledPack()]));
let bytes = 0;
let most = 0;
let notes = 0;
const begun = process.cpuUsage();
const file = {
  name: 'large',
  async *bytes() {
    for await (const chunk of FORMATS.backup.write(() => manyArticles(COUNT), context)) {
      const encoded = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
      bytes += encoded.length;
      yield encoded;
    }
  },
};
for await (const each of READERS.backup.read(file)) {
  if (each.is === 'article') notes += each.annotations.length;
  if (each.is === 'refused') throw new Error(each.problem.why);
  most = Math.max(most, process.memoryUsage().heapUsed);
}
const used = process.cpuUsage(begun);
console.log(
  `${(bytes / 1e6).toFixed(0)} MB, ${notes} notes written and read in ${((used.user + used.system) / 1e6).toFixed(1)} s of the processor, heap at most ${(most / 1e6).toFixed(0)} MB`,
);
