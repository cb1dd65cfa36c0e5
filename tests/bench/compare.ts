// npm run compare-texts: processor time of comparing, for two reports of 20,000 characters and two texts of 1 MB.
import { compareInSteps } from '../../lib/compare/compare';
import { sideOf } from '../../lib/compare/mentions';
import { summaryOf } from '../../lib/compare/summary';
import { buildLexicon } from '../../lib/reference/lexicon';
import { readBundledPack } from '../../scripts/seeds';
import { drafts } from '../check/measure';
import { between, pick, randomFrom, type Random } from './random';

const lexicon = buildLexicon([readBundledPack()]);
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const sentences = drafts().flatMap(({ text }) => text.match(/[^。\n]+。/g) ?? []);

/** Paragraphs of sentences that are put together anew each time. */
function report(length: number, random: Random): string[] {
  const paragraphs: string[] = [];
  for (let made = 0; made < length;) {
    const text = Array.from({ length: between(2, 6, random) }, () => `${pick(sentences, random)}第${made}号。`).join(
      '',
    );
    paragraphs.push(text);
    made += text.length;
  }
  return paragraphs;
}

/** A tenth of the paragraphs moved, a tenth gone, a tenth new, a third with other words. */
function edited(paragraphs: readonly string[], random: Random): string[] {
  const now = paragraphs.flatMap((paragraph) => {
    const chance = random();
    if (chance < 0.1) return [];
    if (chance < 0.2) return [paragraph, pick(sentences, random) + pick(sentences, random)];
    if (chance < 0.55) return [paragraph.replace('发展', '建设').replace('要', '应当').replace(/\d+/, '77')];
    return [paragraph];
  });
  for (let moves = now.length / 10; moves > 0; moves--) {
    const [moved] = now.splice(between(0, now.length - 1, random), 1);
    now.splice(between(0, now.length, random), 0, moved!);
  }
  return now;
}

for (const [name, length] of [
  ['two reports', 20_000],
  ['two texts of 1 MB (UTF-8)', 350_000],
  ['two texts of 1,000,000 characters', 1_000_000],
] as const) {
  const random = randomFrom(3);
  const before = report(length, random);
  for (const [how, after] of [
    ['edited', edited(before, random)],
    ['quite another', report(length, randomFrom(99))],
  ] as const) {
    const runs = Array.from({ length: length > 100_000 ? 1 : 7 }, () => run(before, after));
    const times = runs.map(({ ms }) => ms).sort((one, other) => one - other);
    const told = Object.entries(runs[0]!.counts).map(([kind, count]) => `${kind} ${count}`);
    console.log(
      `${name}, ${how}: best ${times[0]!.toFixed(0)}, median ${times[times.length >> 1]!.toFixed(0)} ms; ${told.join(', ')}`,
    );
  }
}

function run(before: readonly string[], after: readonly string[]) {
  const begun = process.cpuUsage();
  const [a, b] = [sideOf(before, lexicon, null), sideOf(after, lexicon, null)];
  const steps = compareInSteps(a, b, (text) => segmenter.segment(text));
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { counts } = summaryOf(step.value, a, b);
  const { user, system } = process.cpuUsage(begun);
  return { ms: (user + system) / 1000, counts };
}
