/** How many planted errors a check finds, and how often it is wrong in texts that are right. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../lib/check/check';
import type { Finding } from '../../lib/check/finding';
import { regionOf } from '../../lib/detect/place';
import type { Lexicon } from '../../lib/reference/lexicon';
import { parseLabelled, readLabelled } from '../../scripts/labelled';
import { pick, randomFrom } from '../bench/random';
import { plant, PLANTED, type DraftText, type Planted, type PlantedKind } from './plant';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Kinds of errors in a hundred: most are of wording. */
const SHARES: Readonly<Record<PlantedKind, number>> = {
  wording: 60,
  members: 8,
  order: 8,
  office: 8,
  validity: 6,
  name: 8,
  pairing: 2,
};
const OFFICIAL = /省报|市报|公文|讲话|通知|简报|政务|报告|公告|总结|消息|政协|人大|新华|评论/;

export function drafts(): DraftText[] {
  const own = parseLabelled(readFileSync(join(import.meta.dirname, 'drafts.txt'), 'utf8'), 'drafts.txt');
  return [...own, ...labelled().filter(({ genre }) => OFFICIAL.test(genre))];
}

export function labelled() {
  return readLabelled();
}

export function findingsIn({ text, date, place }: DraftText, lexicon: Lexicon): readonly Finding[] {
  const region = place === null ? null : regionOf(place);
  const facts = { date, place: region && ({ region, by: 'given' } as const) };
  return check(text, lexicon, facts, (part) => segmenter.segment(part)).findings;
}

export interface Missed {
  readonly kind: PlantedKind;
  readonly was: string;
  readonly written: string;
}

export interface Measured {
  readonly planted: number;
  readonly found: number;
  readonly missed: readonly Missed[];
  /** Of those found, whose fix is what stood there. */
  readonly fixedRight: number;
}

/** `hundreds` times a hundred errors, in the shares of their kinds. */
export function measure(lexicon: Lexicon, hundreds: number, seed: number): Measured {
  const random = randomFrom(seed);
  const texts = drafts();
  const missed: Missed[] = [];
  let planted = 0;
  let fixedRight = 0;
  for (const kind of PLANTED) {
    for (let left = SHARES[kind] * hundreds; left > 0;) {
      const made = plant(kind, pick(texts, random), lexicon, random);
      if (made === null) continue;
      left--;
      planted++;
      const found = findingsIn(made, lexicon).find(({ start, end }) => start < made.end && made.start < end);
      if (found === undefined)
        missed.push({
          kind,
          was: made.was,
          written: made.text.slice(Math.max(0, made.start - 8), made.end + 8).replaceAll('\n', ' '),
        });
      else if (isRight(found, made)) fixedRight++;
    }
  }
  return { planted, found: planted - missed.length, missed, fixedRight };
}

function isRight({ start, end, fix }: Finding, made: Planted): boolean {
  if (fix === null) return false;
  const text = made.text.slice(0, start) + fix + made.text.slice(end);
  return text.slice(made.start - 40 < 0 ? 0 : made.start - 40).includes(made.was);
}

export interface FalseAlarms {
  readonly characters: number;
  readonly findings: readonly (Finding & { readonly id: string })[];
}

export function falseAlarms(texts: readonly DraftText[], lexicon: Lexicon): FalseAlarms {
  const findings = texts.flatMap((text) => findingsIn(text, lexicon).map((each) => ({ ...each, id: text.id })));
  return { characters: texts.reduce((sum, { text }) => sum + text.length, 0), findings };
}
