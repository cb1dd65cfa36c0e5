// How well what the reference does not have is recognised, on texts of their own: tests/articles/labelled/unlisted.
import { join } from 'node:path';
import { detect } from '../lib/detect/detect';
import { regionOf } from '../lib/detect/place';
import type { Mention } from '../lib/model';
import type { Lexicon } from '../lib/reference/lexicon';
import { readLabelled, type Counts, type LabelledText, type Score } from './labelled';

/** The rules are made on the first; the second is only measured. */
export const HALVES = ['development', 'examination'] as const;
export type Half = (typeof HALVES)[number];

/** What is labelled, and what is counted. */
const LABELS = ['unlisted-official', 'unlisted-code', 'unlisted-formulation'] as const;
type Label = (typeof LABELS)[number];

const FOLDER = join(import.meta.dirname, '../tests/articles/labelled/unlisted');

export function readHalf(half: Half): LabelledText[] {
  return readLabelled([join(FOLDER, `${half}.txt`)]);
}

/** A mark is right when its span is a label's and it is of that kind; known mentions of the span are right too. */
export function scoreUnlisted(texts: readonly LabelledText[], lexicon: Lexicon): Score {
  const counts = new Map<string, Counts>(LABELS.map((label) => [label, { right: 0, missed: 0, false: 0 }]));
  const errors: string[] = [];
  for (const { id, date, place, text, labels } of texts) {
    const region = place === null ? null : regionOf(place);
    const { mentions } = detect(text, lexicon, { date, place: region && { region, by: 'given' }, assumesHome: false });
    const around = ({ start, end }: { start: number; end: number }) =>
      `${text.slice(Math.max(0, start - 10), start)}[${text.slice(start, end)}]${text.slice(end, end + 10)}`.replaceAll(
        '\n',
        ' ',
      );
    for (const label of labels) {
      if (label.isOpen) continue;
      const kind = labelOf(label.entryId, id);
      const isFound = mentions.some((each) => each.start === label.start && each.end === label.end && fits(each, kind));
      counts.get(kind)![isFound ? 'right' : 'missed']++;
      if (!isFound) errors.push(`missed  ${id}: ${around(label)} ${kind}`);
    }
    for (const mention of mentions) {
      if (mention.status === 'known') continue;
      const near = labels.filter((label) => label.start < mention.end && mention.start < label.end);
      const isRight = near.some(
        (label) =>
          label.isOpen ||
          (label.start === mention.start && label.end === mention.end && fits(mention, labelOf(label.entryId, id))),
      );
      if (isRight) continue;
      counts.get(nameOf(mention))!.false++;
      errors.push(`false   ${id}: ${around(mention)} ${nameOf(mention)} ${mention.confidence}`);
    }
  }
  return { counts, errors };
}

/** Throws when a label is none of these. */
function labelOf(written: string, id: string): Label {
  const label = LABELS.find((each) => each === written);
  if (label === undefined) throw new Error(`${id}: ${written} is none of ${LABELS.join(', ')}`);
  return label;
}

function fits(mention: Mention, label: Label): boolean {
  return (mention.kind === 'official') === (label === 'unlisted-official');
}

function nameOf(mention: Mention & { readonly status: 'unlisted' }): Label {
  if (mention.kind === 'official') return 'unlisted-official';
  const { name } = mention;
  return /[一二两三四五六七八九十百千万双\d]/.test(name) ? 'unlisted-code' : 'unlisted-formulation';
}
