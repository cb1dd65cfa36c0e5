// npm run bench: the figures of the budgets, measured here and now, each beside a bare pass or a bare page.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, type } from 'node:os';
import { gzipSync } from 'node:zlib';
import { followFigures } from './follow';
import { libraryFigures } from './library';
import { matching, type Row } from './matching';
import { notesInBrowser } from './notes';
import { packFigures } from './packs';
import { inBrowser } from './page';

const CONTENT = '.output/chrome-mv3/content.js';

const rows: Row[] = [
  {
    what: 'content.js, gzip -9',
    figure: `${(gzipSync(readFileSync(CONTENT), { level: 9 }).length / 1024).toFixed(1)} kB`,
    budget: '≤ 12 kB',
  },
  ...matching(),
  ...(await inBrowser()),
  ...(await libraryFigures()),
  ...(await followFigures()),
  ...(await notesInBrowser()),
  ...(await packFigures()),
];

const widths = (['what', 'figure', 'budget'] as const).map((key) =>
  Math.max(...rows.map((row) => row[key].length), key.length),
);
const line = (cells: readonly string[]) => `| ${cells.map((cell, index) => cell.padEnd(widths[index]!)).join(' | ')} |`;
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${type()} ${release()}, Node ${process.version}`;
console.log(`\n${machine}\n`);
console.log(line(['what', 'figure', 'budget']));
console.log(line(widths.map((width) => '-'.repeat(width))));
for (const { what, figure, budget } of rows) console.log(line([what, figure, budget]));

mkdirSync('.output', { recursive: true });
writeFileSync('.output/bench.json', JSON.stringify({ machine, rows }, null, 1));
console.log('\nAlso as .output/bench.json');
