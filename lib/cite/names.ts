import type { CslName } from './cslItem';
import { join } from './join';
import { smartQuotes } from './quotes';

/** The language that an entry is written in decides between “等” and “et al.” and how a name stands in the text. */
export type EntryLanguage = 'zh' | 'en';

export interface NameRules {
  readonly comma: string;
  /** Families in capitals (2015). */
  readonly inCapitals: boolean;
  /** Between the initials of a double name (2025). */
  readonly keepsHyphen: boolean;
  readonly language: string | undefined;
  /** Given names written out tell namesakes with the same initials apart. */
  readonly given: 'initials' | 'full';
}

/** Capital letters that an initial is made of: Latin, Greek, Cyrillic. */
const INITIAL = /^[A-ZÀ-ÖØ-ÞĀ-ſΆ-ΫА-ЯЀ-Џ]/u;
const ALPHABETIC = /[-0-9a-zA-ZÀ-ſͰ-ϿЀ-ԯἀ-῿]/u;
const STARTS_ALPHABETIC = /^[&a-zA-ZÀ-ſͰ-ϿЀ-ԯἀ-῿]/u;

/** More than these are shortened to the first three (§7.1.2). */
export const MOST_NAMES = 3;

export function entryLanguage(language: string | undefined): EntryLanguage {
  return language?.toLowerCase().startsWith('en') === true ? 'en' : 'zh';
}

/** All names of a list, or the first three and “等”. */
export function nameList(names: readonly CslName[], rules: NameRules, shortened: 'shortened' | 'all'): string {
  const others = entryLanguage(rules.language) === 'en' ? 'et al.' : '等';
  const isShort = shortened === 'shortened' && names.length > MOST_NAMES;
  const shown = (isShort ? names.slice(0, MOST_NAMES) : names).map((name, index) =>
    fullName(name, index === 0 ? rules : { ...rules, given: 'initials' }),
  );
  return join(isShort ? [...shown, others] : shown, rules.comma);
}

/** As a reference has it: family and initials; Chinese names run together. */
export function fullName(name: CslName, rules: NameRules): string {
  if (name.literal !== undefined && name.literal !== '') return smartQuotes(name.literal);
  const parts = partsOf(name);
  const given = rules.given === 'full' ? parts.given : initials(parts.given, rules.keepsHyphen);
  const family = rules.inCapitals ? parts.family.toLocaleUpperCase('en') : parts.family;
  const particle = rules.inCapitals ? parts.particle.toLocaleUpperCase('en') : parts.particle;
  if (!ALPHABETIC.test(parts.family) && !STARTS_ALPHABETIC.test(parts.given))
    return smartQuotes(particle + family + given);
  const withParticle = join([particle, family], hasJoint(particle) ? '' : ' ');
  const isPlain = !ALPHABETIC.test(parts.family) || /^(?:zh|ja)/.test(rules.language ?? '');
  if (isPlain) return smartQuotes(join([withParticle, given], ' '));
  const droppable = given === '' ? [] : [parts.droppedParticle, parts.suffix];
  return smartQuotes(join([withParticle, given, ...droppable], ' '));
}

/** The family alone, as the text names Western persons. */
export function shortName(name: CslName): string {
  if (name.literal !== undefined && name.literal !== '') return smartQuotes(name.literal);
  const { particle, family } = partsOf(name);
  return smartQuotes(join([particle, family], hasJoint(particle) ? '' : ' '));
}

interface Parts {
  readonly particle: string;
  readonly family: string;
  readonly given: string;
  readonly droppedParticle: string;
  readonly suffix: string;
}

/** Particles in small letters and additions after a comma are taken out of the parts that they were typed into. */
function partsOf(name: CslName): Parts {
  let given = name.given ?? '';
  let suffix = name.suffix ?? '';
  let droppedParticle = name['dropping-particle'] ?? '';
  const typed = /^(.*?)\s*,!?\s*(\S.*)$/u.exec(given);
  if (suffix === '' && typed !== null) [given, suffix] = [typed[1]!, typed[2]!];
  const trailing = /^(.*?)((?:\s+[a-z]+)+)$/u.exec(given);
  if (droppedParticle === '' && trailing !== null) [given, droppedParticle] = [trailing[1]!, trailing[2]!.trim()];
  return {
    particle: name['non-dropping-particle'] ?? '',
    family: name.family ?? '',
    given,
    droppedParticle,
    suffix: suffix.replaceAll('.', ''),
  };
}

function hasJoint(particle: string): boolean {
  return /['’-]$/u.test(particle);
}

/** `Imogen R.` → `I R`, `Jean-Luc` → `J-L` (2015: `J L`). What has no capital letter stays as it is. */
function initials(given: string, keepsHyphen: boolean): string {
  if (!STARTS_ALPHABETIC.test(given)) return given;
  const spaced = (keepsHyphen ? given : given.replaceAll('-', ' ')).replaceAll(/\.(?=[^\s-])/gu, '. ');
  return spaced
    .split(/\s+/u)
    .map((word) =>
      word
        .split('-')
        .map((part, index) => (index > 0 && !INITIAL.test(part) ? '' : initial(part)))
        .filter((part) => part !== '')
        .join('-'),
    )
    .join(' ')
    .trim();
}

function initial(word: string): string {
  return INITIAL.test(word) ? word.slice(0, 1) : word;
}
