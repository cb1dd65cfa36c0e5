import type { Language } from '../model';
import { en } from './en';
import { zh, type Words } from './zh';

const WORDS: Readonly<Record<Language, Words>> = { zh, en };

export function wordsOf(language: Language): Words {
  return WORDS[language];
}
