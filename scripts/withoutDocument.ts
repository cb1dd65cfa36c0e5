import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** In its form for pages it decodes entities with an element; in the other it has a table. */
const NAME = 'decode-named-character-reference';

/** For workers, which have no document, but are built for a browser all the same. */
export function withoutDocument(): Plugin {
  const table = resolve('node_modules', NAME, 'index.js');
  return { name: 'without-document', enforce: 'pre', resolveId: (id) => (id === NAME ? table : null) };
}
