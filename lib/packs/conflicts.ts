import type { Lexicon } from '../reference/lexicon';

/** Forms and ids of all entries but those of one pack, with the titles of theirs: what a pack may conflict with. */
export function knownBeside(lexicon: Lexicon, packId: string | null, language: 'zh' | 'en') {
  const forms: [string, string, string, string][] = [];
  const ids: [string, string][] = [];
  for (const entry of lexicon.entries.values()) {
    const pack = lexicon.packOf.get(entry.id)!;
    if (pack.id === packId) continue;
    const title = pack.title[language];
    ids.push([entry.id, title]);
    for (const { text } of entry.forms) forms.push([text, entry.id, entry.names.zh, title]);
  }
  return { forms, ids };
}
