import type { CslItem, CslName } from './cslItem';
import { join } from './join';
import { entryLanguage, fullName, MOST_NAMES, nameList, shortName, type NameRules } from './names';
import { is2025, marksOf, type CitationStyle } from './citationStyle';

type Role =
  | 'author'
  | 'composer'
  | 'illustrator'
  | 'director'
  | 'host'
  | 'editor'
  | 'editorial-director'
  | 'compiler'
  | 'collection-editor'
  | 'container-author';

/** Who answers for the whole, in order of trust; editors only of what is not part of a larger work. */
const FIRST_2025: readonly Role[] = ['composer', 'author', 'illustrator', 'director', 'host'];
const EDITORS_2025: readonly Role[] = ['editor', 'editorial-director', 'compiler', 'collection-editor'];
const FIRST_2015: readonly Role[] = ['author', 'composer', 'illustrator', 'director'];
const EDITORS_2015: readonly Role[] = ['editor'];
const OF_CONTAINER_2025: readonly Role[] = ['container-author', ...EDITORS_2025];
const OF_CONTAINER_2015: readonly Role[] = ['editor', 'editorial-director', 'collection-editor', 'container-author'];

/** How much of the given name the text has. */
export const GIVEN_IN_TEXT = ['none', 'initials', 'full'] as const;
export type GivenInText = (typeof GIVEN_IN_TEXT)[number];

/** Without anybody: empty; the author-date forms then say 佚名 or Anon (§7.1.3). */
export function author(item: CslItem, style: CitationStyle, given: GivenInText): string {
  const names = responsible(item, style);
  if (names.length === 0) return style.endsWith('author-date') ? anonymous(item) : '';
  return listed(names, item, style, given);
}

/** What a list is sorted by: the names without “等”, the missing one as 佚名. */
export function authorToSortBy(item: CslItem, style: CitationStyle): string {
  const names = responsible(item, style);
  if (names.length === 0) return '佚名';
  return join(
    names.slice(0, MOST_NAMES).map((name) => fullName(name, rulesOf(item, style))),
    marksOf(style).comma,
  );
}

/**
 * The first name as the text has it, with “等” where there are more: of Western names in an English entry the family,
 * unless more is needed to tell it from others.
 */
export function authorInText(item: CslItem, style: CitationStyle, given: GivenInText): string {
  const [first, ...others] = responsible(item, style);
  if (first === undefined) return anonymous(item);
  const isEnglish = entryLanguage(item.language) === 'en';
  const name =
    isEnglish && given === 'none'
      ? shortName(first)
      : fullName(first, { ...rulesOf(item, style, given), inCapitals: false });
  if (others.length === 0) return name;
  if (isEnglish) return `${name} et al.`;
  return is2025(style) ? `${name}等` : `${name} 等`;
}

export function translators(item: CslItem, style: CitationStyle): string {
  const names = namesIn(item.translator);
  if (names.length === 0) return '';
  const label = entryLanguage(item.language) === 'en' ? 'trans.' : '译';
  return listed(names, item, style) + marksOf(style).comma + label;
}

/** Who answers for the work that the item is part of, unless named at the head already. */
export function containerAuthor(item: CslItem, style: CitationStyle): string {
  const head = firstOf(item, rolesOf(item, style)).role;
  const roles = is2025(style) ? OF_CONTAINER_2025 : OF_CONTAINER_2015;
  const { names } = firstOf(
    item,
    roles.filter((role) => role !== head),
  );
  return names.length === 0 ? '' : listed(names, item, style);
}

function responsible(item: CslItem, style: CitationStyle): readonly CslName[] {
  return firstOf(item, rolesOf(item, style)).names;
}

function rolesOf(item: CslItem, style: CitationStyle): readonly Role[] {
  const isPart = (item['container-title'] ?? '') !== '';
  const [first, editors] = is2025(style) ? [FIRST_2025, EDITORS_2025] : [FIRST_2015, EDITORS_2015];
  return isPart ? first : [...first, ...editors];
}

/** The 2025 footnotes name everybody. What tells the first name apart in the text does so here. */
function listed(names: readonly CslName[], item: CslItem, style: CitationStyle, given: GivenInText = 'none'): string {
  return nameList(names, rulesOf(item, style, given), style === '2025-note' ? 'all' : 'shortened');
}

function anonymous({ language }: CslItem): string {
  return entryLanguage(language) === 'en' ? 'Anon' : '佚名';
}

function rulesOf({ language }: CslItem, style: CitationStyle, given: GivenInText = 'none'): NameRules {
  const isOld = !is2025(style);
  const { comma } = marksOf(style);
  return { comma, inCapitals: isOld, keepsHyphen: !isOld, language, given: given === 'full' ? 'full' : 'initials' };
}

interface Responsible {
  /** Null: nobody. */
  readonly role: Role | null;
  readonly names: readonly CslName[];
}

function firstOf(item: CslItem, roles: readonly Role[]): Responsible {
  for (const role of roles) {
    const names = namesIn(item[role]);
    if (names.length > 0) return { role, names };
  }
  return { role: null, names: [] };
}

/** Names that have no letters at all are not there. */
function namesIn(names: readonly CslName[] | undefined): readonly CslName[] {
  return (names ?? []).filter(({ literal, family, given }) =>
    [literal, family, given].some((part) => (part ?? '') !== ''),
  );
}
