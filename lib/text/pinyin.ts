/** Without tones and case, ü as v: liù wěn → liu wen, lǜ → lv. */
export function plainPinyin(pinyin: string): string {
  return pinyin
    .toLowerCase()
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/[\u0300-\u036f]/g, '');
}

const SYLLABLE =
  /(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve|er|a|o|e|i|u|v)(?![aeiouv])|(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouv]+(?:ng|n|r)?|\d+|[a-z]/g;

/** The syllables of pinyin written in words (gāo zhìliàng fāzhǎn → gao zhi liang fa zhan), digits as they stand. */
export function syllablesOf(pinyin: string): string[] {
  return plainPinyin(pinyin)
    .split(/[^a-z0-9]+/)
    .flatMap((word) => word.match(SYLLABLE) ?? []);
}

/** First letters of the syllables: gāo zhìliàng → gzl. */
export function initialsOf(pinyin: string): string {
  return syllablesOf(pinyin)
    .map((syllable) => syllable[0])
    .join('');
}
