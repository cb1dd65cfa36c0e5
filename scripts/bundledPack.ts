import type { Plugin } from 'vite';
import { readBundledPack } from './seeds';

/**
 * `virtual:bundled-pack`: the bundled pack as a JSON string inside the code, there as soon as it runs;
 * fetching a file would cost a worker a third of its waking time. A broken record stops the build.
 */
export function bundledPack(): Plugin {
  return {
    name: 'bundled-pack',
    resolveId: (id) => (id === 'virtual:bundled-pack' ? `\0${id}` : null),
    load: (id) =>
      id === '\0virtual:bundled-pack' ? `export default ${JSON.stringify(JSON.stringify(readBundledPack()))};` : null,
  };
}
