import bundled from 'virtual:bundled-pack';
import type { Pack } from '../../lib/model';
import { buildLexicon, type Lexicon } from '../../lib/reference/lexicon';

let lexicon: Lexicon | null = null;

/** The lexicon, built once in the life of the worker. */
export function loadLexicon(): Lexicon {
  lexicon ??= buildLexicon([JSON.parse(bundled) as Pack]);
  return lexicon;
}
