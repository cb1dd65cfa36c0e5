import { readdirSync, readFileSync } from 'node:fs';
import { compile, type RawRecord } from '../lib/reference/compile';
import type { Pack } from '../lib/model';

const SEEDS = new URL('../seeds/', import.meta.url);
const FOLDERS = [
  'documents',
  'events',
  'formulations',
  'institutions',
  'meetings',
  'officials',
  'places',
  'programmes',
];

/** Reads the records of `seeds/` and builds the bundled pack. Throws with the record and the field. */
export function readBundledPack(seeds: URL = SEEDS): Pack {
  const entries = FOLDERS.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, seeds))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => readRecord(`${folder}/${name}`, seeds)),
  );
  return compile({
    pack: readRecord('pack.json', seeds),
    sources: readRecord('sources.json', seeds),
    documents: readRecord('articles.json', seeds),
    attestations: readRecord('attestations.json', seeds),
    entries,
  });
}

function readRecord(path: string, seeds: URL): RawRecord {
  const text = readFileSync(new URL(path, seeds), 'utf8');
  try {
    return { from: `seeds/${path}`, value: JSON.parse(text) };
  } catch (error) {
    throw new Error(`seeds/${path} is not valid JSON: ${(error as Error).message}`, { cause: error });
  }
}
