import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toBiblatex } from '../../lib/cite/bibtex';
import { cite, citeInText } from '../../lib/cite/cite';
import type { AuthorDateStyle, CitationStyle } from '../../lib/cite/citationStyle';
import type { CslItem, CslName } from '../../lib/cite/cslItem';
import { citeList, type CitedList } from '../../lib/cite/list';
import { toRis } from '../../lib/cite/ris';

/** Expected references lie beside the project on its developers' machines only. */
const ORACLES = join(import.meta.dirname, '../../../shared/oracles');
const isHere = existsSync(join(ORACLES, 'gb7714-cases.json'));
if (!isHere) console.log('Skipped: the expected references need the folder that holds them.');

interface Case {
  readonly id: string;
  readonly item: CslItem;
  readonly expect: Readonly<Record<CitationStyle, string>>;
  readonly intext: Readonly<Record<AuthorDateStyle, string>>;
}
interface ListCase {
  readonly id: string;
  readonly items: readonly CslItem[];
  readonly expect: Readonly<Partial<Record<CitationStyle, CitedList>>>;
}
interface WriterCase {
  readonly id: string;
  readonly ris: {
    readonly TY: string;
    readonly tags: readonly (readonly [string, string])[];
    readonly neverTags?: readonly string[];
  };
  readonly biblatex: {
    readonly entrytype: string;
    readonly fields: Readonly<Record<string, string>> & { readonly author?: readonly CslName[] };
  };
}

function read(file: string): unknown {
  return isHere ? JSON.parse(readFileSync(join(ORACLES, file), 'utf8')) : [];
}

describe.runIf(isHere)('references are those of the styles, mark by mark', () => {
  const items = new Map((read('gb7714-cases.json') as readonly Case[]).map((each) => [each.id, each.item]));

  test.each((read('gb7714-cases.json') as readonly Case[]).map((each) => [each.id, each] as const))('%s', (_, each) => {
    const written = Object.keys(each.expect).map((style) => [style, cite(each.item, style as CitationStyle)]);
    expect(Object.fromEntries(written)).toEqual(each.expect);
    const cited = Object.keys(each.intext).map((style) => [style, citeInText(each.item, style as AuthorDateStyle)]);
    expect(Object.fromEntries(cited)).toEqual(each.intext);
  });

  test.each((read('gb7714-lists.json') as readonly ListCase[]).map((each) => [each.id, each] as const))(
    '%s',
    (_, each) => {
      const written = Object.keys(each.expect).map((style) => [style, citeList(each.items, style as CitationStyle)]);
      expect(Object.fromEntries(written)).toEqual(each.expect);
    },
  );

  test.each((read('ris-biblatex-cases.json') as readonly WriterCase[]).map((each) => [each.id, each] as const))(
    'RIS and biblatex: %s',
    (id, { ris, biblatex }) => {
      const item = items.get(id)!;
      const [type, ...tags] = risTags(item);
      expect(type).toEqual(['TY', ris.TY]);
      expect(sorted(tags.filter(([tag]) => !['ER', 'N1', 'KW', 'AB'].includes(tag)))).toEqual(sorted(ris.tags));
      expect(tags.filter(([tag]) => ris.neverTags?.includes(tag))).toEqual([]);
      const written = toBiblatex([item]);
      expect(written).toMatch(new RegExp(`^@${biblatex.entrytype}\\{`, 'u'));
      const { author, ...fields } = biblatex.fields;
      const { note: _note, ...found } = biblatexFields(written);
      expect(found).toEqual({
        ...fields,
        ...(author === undefined ? {} : { author: author.map(named).join(' and ') }),
      });
    },
  );
});

function risTags(item: CslItem): readonly (readonly [string, string])[] {
  const lines = toRis([item]).split('\r\n').slice(0, -1);
  return lines.map((line) => [line.slice(0, 2), line.slice(6)]);
}

/** The order of authors counts, that of different tags does not. */
function sorted(tags: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  return tags.toSorted(([a], [b]) => Number(a > b) - Number(a < b));
}

function biblatexFields(written: string): Readonly<Record<string, string>> {
  const fields = [...written.matchAll(/^ {2}(\w+) = \{(.*)\},$/gmu)];
  return Object.fromEntries(fields.map(([, name, value]) => [name, value!.replaceAll(/\\([#$%&_{}])/gu, '$1')]));
}

function named({ literal, family, given, suffix, ...rest }: CslName): string {
  if (literal !== undefined) return `{${literal}}`;
  const whole = [rest['non-dropping-particle'], family].filter(Boolean).join(' ');
  return [whole, suffix, given].filter(Boolean).join(', ');
}
