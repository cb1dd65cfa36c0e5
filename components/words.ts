import { createContext, useContext } from 'react';
import type { Bilingual, Language } from '../lib/model';
import type { Words } from '../lib/words/zh';
import { wordsOf } from '../lib/words/words';

const LanguageContext = createContext<Language>('zh');

/** Gives the language of the interface to everything inside. */
export const InLanguage = LanguageContext.Provider;

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useWords(): Words {
  return wordsOf(useLanguage());
}

/** Picks the text of the reader's language. */
export function useText(): (text: Bilingual) => string {
  const language = useLanguage();
  return (text) => text[language];
}
