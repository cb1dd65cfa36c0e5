// npm run check-drafts [-- HUNDREDS]: errors planted in right texts that are found, false alarms in right texts, speed.
// Texts beside the project (../shared/seeds) are read where they are there, for false alarms only.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PartialDate } from '../../lib/model';
import { buildLexicon } from '../../lib/reference/lexicon';
import { readBundledPack } from '../../scripts/seeds';
import { drafts, falseAlarms, findingsIn, labelled, measure } from '../check/measure';
import type { DraftText } from '../check/plant';

const lexicon = buildLexicon([readBundledPack()]);
const hundreds = Number(process.argv[2] ?? 10);
const { planted, found, missed, fixedRight } = measure(lexicon, hundreds, Number(process.env.PANGZHU_SEED ?? 1));
console.log(`planted ${planted}, found ${found} (${percent(found / planted)}), set right by the fix ${fixedRight}`);
for (const { kind, was, written } of missed.slice(0, 80)) console.log(`  missed ${kind}: ${was} → ${written}`);

for (const [name, texts] of [
  ['drafts and official labelled texts', drafts()],
  ['all labelled texts', labelled()],
  ['texts beside the project', beside()],
] as const) {
  const { characters, findings } = falseAlarms(texts, lexicon);
  if (characters === 0) continue;
  const rate = ((findings.length / characters) * 1000).toFixed(2);
  console.log(`${name}: ${findings.length} findings in ${characters} characters, ${rate} in 1,000`);
  for (const { id, surface, fix, what } of findings) console.log(`  ${id}: ${surface} → ${fix ?? what.is}`);
}

const long = drafts()
  .map(({ text }) => text)
  .join('\n')
  .repeat(4)
  .slice(0, 20_000);
const times = Array.from({ length: 9 }, () => {
  const begun = process.cpuUsage();
  findingsIn({ id: '', text: long, date: '2026-06-25' as PartialDate, place: null }, lexicon);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
});
console.log(`${long.length} characters: ${times.map((time) => time.toFixed(0)).join(', ')} ms of processor time`);

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function beside(): DraftText[] {
  const folder = process.env.PANGZHU_TEXTS ?? join(import.meta.dirname, '../../../shared/seeds');
  if (!existsSync(folder)) return [];
  const dates = ['2022-05-13', '2023-05-25', '2026-06-25', '2022-02-21', '2022-05-20'];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name, index) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { id: name.slice(0, 3), text, date: (dates[index] ?? null) as PartialDate | null, place: '山西' };
    });
}
