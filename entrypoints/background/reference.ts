import { browser } from 'wxt/browser';
import type { Pack } from '../../lib/model';
import { buildLexicon, type Lexicon } from '../../lib/reference/lexicon';

let lexicon: Promise<Lexicon> | null = null;

/** The lexicon, built once in the life of the worker; tried again if that failed. */
export function loadLexicon(): Promise<Lexicon> {
  lexicon ??= readPack().then(
    (pack) => buildLexicon([pack]),
    (error: unknown) => {
      lexicon = null;
      throw error;
    },
  );
  return lexicon;
}

async function readPack(): Promise<Pack> {
  const answer = await fetch(browser.runtime.getURL('/pack.json'));
  return (await answer.json()) as Pack;
}
