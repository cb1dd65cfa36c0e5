import type { CslItem, CslNumber } from './cslItem';
import { entryLanguage } from './names';
import { isNumeric, numbered, ordinal } from './numbers';
import { smartQuotes } from './quotes';

/** Markup that titles in reference managers have; it is not printed in plain text. */
const MARKUP = /<\/?(?:i|b|sub|sup|sc|span(?: [^>]*)?)>/gu;

export function text(value: string | undefined, stops: 'with stops' | 'without stops' = 'with stops'): string {
  const plain = (value ?? '').replaceAll(MARKUP, '').replace(/^ +/u, '');
  return smartQuotes(stops === 'with stops' ? plain : plain.replaceAll(/\.(?![a-z])/gu, ''));
}

export function numeric(value: CslNumber | undefined): string {
  return text(numbered(value));
}

/** “2 版”, “2nd ed.”; what is not a number stands as it is. */
export function edition(item: CslItem): string {
  if (item.edition === undefined) return '';
  if (!isNumeric(item.edition)) return numeric(item.edition);
  return entryLanguage(item.language) === 'en' ? `${ordinal(item.edition)} ed.` : `${item.edition} 版`;
}

export function version(item: CslItem): string {
  return item.version === undefined ? '' : `V${numeric(item.version)}`;
}

/** The number of a volume in its label; `%s` is the number. What is not a number stands as it is. */
export function volumeLabel(item: CslItem, zh: string, en: string): string {
  if (item.volume === undefined || item.volume === '') return '';
  if (!isNumeric(item.volume)) return numeric(item.volume);
  return (entryLanguage(item.language) === 'en' ? en : zh).replace('%s', numeric(item.volume));
}
