// npm run --silent score [-- FILE...]: how well detection does on labelled texts, with every miss and false mark.
// The format of the texts is described in tests/articles/labelled/README.md.
import { detect } from '../lib/detect/detect';
import { regionOf } from '../lib/detect/place';
import type { Kind } from '../lib/model';
import { buildLexicon, type Lexicon } from '../lib/reference/lexicon';
import { ratesOf, readLabelled, type Counts, type LabelledText, type Score } from './labelled';
import { HALVES, readHalf, scoreUnlisted } from './scoreUnlisted';
import { readBundledPack } from './seeds';

/** A mark is right when its span and its entry are those of a label, or its alternatives hold the entry. */
export function score(texts: readonly LabelledText[], lexicon: Lexicon): Score {
  const counts = new Map<string, Counts>();
  const errors: string[] = [];
  const count = (kind: Kind, what: keyof Counts) => {
    for (const key of [kind, 'all']) {
      const row = counts.get(key) ?? { right: 0, missed: 0, false: 0 };
      row[what]++;
      counts.set(key, row);
    }
  };
  for (const { id, date, place, text, labels } of texts) {
    const region = place === null ? null : regionOf(place);
    const { mentions } = detect(text, lexicon, {
      date,
      place: region && { region, by: 'given' },
      assumesHome: false,
      unlistedFrom: null,
    });
    const known = mentions.filter((each) => each.status === 'known');
    const around = ({ start, end }: { start: number; end: number }) =>
      `${text.slice(Math.max(0, start - 10), start)}[${text.slice(start, end)}]${text.slice(end, end + 10)}`.replaceAll(
        '\n',
        ' ',
      );
    for (const label of labels) {
      const entry = lexicon.entries.get(label.entryId);
      if (entry === undefined) throw new Error(`${id}: the reference has no entry ${label.entryId}`);
      const isFound = known.some(
        (each) =>
          each.start === label.start &&
          each.end === label.end &&
          [each.entryId, ...each.alternatives].includes(label.entryId),
      );
      if (label.isOpen) continue;
      count(entry.kind, isFound ? 'right' : 'missed');
      if (!isFound) errors.push(`missed  ${id}: ${around(label)} ${label.entryId}`);
    }
    for (const mention of known) {
      const { start, end, entryId, alternatives } = mention;
      const near = labels.filter((label) => label.start < end && start < label.end);
      const isRight = near.some(
        (label) => label.start === start && label.end === end && [entryId, ...alternatives].includes(label.entryId),
      );
      if (isRight || near.some((label) => label.isOpen)) continue;
      count(mention.kind, 'false');
      errors.push(`false   ${id}: ${around(mention)} ${entryId}`);
    }
  }
  return { counts, errors };
}

function main(files: readonly string[]): void {
  const texts = files.length === 0 ? readLabelled() : readLabelled(files);
  const lexicon = buildLexicon([readBundledPack()]);
  print(texts, score(texts, lexicon));
  if (files.length > 0) return;
  for (const half of HALVES) {
    console.log(`\nWhat the reference does not have: ${half}`);
    const ofHalf = readHalf(half);
    print(ofHalf, scoreUnlisted(ofHalf, lexicon));
  }
}

function print(texts: readonly LabelledText[], { counts, errors }: Score): void {
  for (const error of errors) console.log(error);
  console.log(`\n${texts.length} texts`);
  console.log('kind\tlabels\tprecision\trecall\tF1');
  for (const [kind, row] of [...counts].sort(([a], [b]) => (a === 'all' ? 1 : b === 'all' ? -1 : a.localeCompare(b)))) {
    const { precision, recall, f1 } = ratesOf(row);
    console.log([kind, row.right + row.missed, ...[precision, recall, f1].map((rate) => rate.toFixed(3))].join('\t'));
  }
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2));
