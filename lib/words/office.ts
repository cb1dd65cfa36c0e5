import type { Language, Tenure } from '../model';
import { fullOffice, type OfficeOn } from '../reference/tenures';
import { placeName } from './places';
import { wordsOf } from './words';

/** An answer of `officeOn` for a reader. */
export interface OfficeWords {
  /** The office as its source writes it; null where the reference abstains. */
  readonly held: string | null;
  /** The same in English, for readers of English. */
  readonly english: string | null;
  /** Where the office does not name it: 省委书记 of which province. */
  readonly place: string | null;
  /** What it rests on, or why there is none. */
  readonly basis: string;
  /** Shown for another day only: the basis comes first. */
  readonly isNear: boolean;
}

export function officeWords(answer: OfficeOn, language: Language): OfficeWords {
  const words = wordsOf(language).office;
  const inWords = (tenure: Tenure) => officeInWords(tenure, language);
  const held = (tenure: Tenure, basis: string): OfficeWords => ({
    held: fullOffice(tenure),
    english: language === 'en' ? tenure.en : null,
    place: placeOf(tenure, language),
    basis,
    isNear: false,
  });
  const near = (tenure: Tenure, basis: string): OfficeWords => ({ ...held(tenure, basis), isNear: true });
  const none = (basis: string): OfficeWords => ({ held: null, english: null, place: null, basis, isNear: false });
  switch (answer.is) {
    case 'attested':
      return held(answer.tenure, words.attested(answer.on));
    case 'ends':
      return held(answer.tenure, words.ends(answer.on));
    case 'between':
      return held(answer.tenure, words.between(answer.from, answer.to));
    case 'within':
      return held(answer.tenure, words.within(answer.from, answer.to));
    case 'last-attested-before':
      return near(answer.tenure, words.lastBefore(answer.on));
    case 'first-attested-after':
      return near(answer.tenure, words.firstAfter(answer.on));
    case 'before-change': {
      const { office, en } = answer.tenure.before!;
      return {
        ...held(answer.tenure, words.beforeChange(answer.on)),
        held: office,
        english: language === 'en' ? en : null,
      };
    }
    case 'not-yet':
      return none(words.notYet(inWords(answer.tenure), answer.on));
    case 'ended':
      return none(words.ended(inWords(answer.tenure), answer.on));
    case 'edge':
      return none(words.edge(inWords(answer.tenure), answer.on));
    case 'far':
      return none(words.far(inWords(answer.tenure), answer.on));
    case 'other-holder':
      return none(words.otherHolder(inWords(answer.tenure), answer.on, answer.holder, answer.heldOn));
    case 'gap':
      return none(words.gap(inWords(answer.before), inWords(answer.after)));
    case 'several':
      return none(words.several(answer.tenures.map(inWords).join(' / ')));
    case 'undated':
      return none(words.noDate);
  }
}

/** 省委书记, or 省委书记 (Secretary of …) for readers of English. */
function officeInWords(tenure: Tenure, language: Language): string {
  return language === 'en' ? `${fullOffice(tenure)} (${tenure.en})` : fullOffice(tenure);
}

/** The place of an office whose name, in the language in which it is read, does not say it. */
export function placeOf(tenure: Tenure, language: Language): string | null {
  const { region, en } = tenure;
  if (region === null) return null;
  if (language === 'zh')
    return fullOffice(tenure).startsWith(region.province.slice(0, 2)) ? null : placeName(region, 'zh');
  return en.includes(placeName({ ...region, province: region.city ?? region.province, city: null }, 'en'))
    ? null
    : placeName(region, 'en');
}

/** An office as an article writes it; in English with its English, where the person is known to hold that one. */
export function statedOffice(office: string, tenures: readonly Tenure[], language: Language): string {
  const known = tenures.find((tenure) => tenure.office === office || fullOffice(tenure) === office);
  const words = wordsOf(language);
  const stated = words.office.stated(office);
  return language === 'zh' || known === undefined ? stated : stated + words.punctuation.bracket(known.en);
}
