import type { PackEntry } from './packEntry';

/** One entry of two: what the first has stays, what it lacks comes from the other. */
export function mergeEntries(into: PackEntry, other: PackEntry): PackEntry {
  const formsOf = ({ name, forms }: PackEntry) => (forms.length > 0 ? forms : [{ ...PLAIN, text: name }]);
  const forms = distinct([...formsOf(into), ...formsOf(other)], ({ text }) => text);
  return {
    ...into,
    traditional: into.traditional || other.traditional,
    pinyin: into.pinyin || other.pinyin,
    english: into.english || other.english,
    englishBy: into.english === '' ? other.englishBy : into.englishBy,
    forms: forms.length === 1 && into.forms.length === 0 ? [] : forms,
    gloss: { zh: into.gloss.zh || other.gloss.zh, en: into.gloss.en || other.gloss.en },
    members: into.members.length > 0 ? into.members : other.members,
    membersComplete: into.members.length > 0 ? into.membersComplete : other.membersComplete,
    offices: distinct([...into.offices, ...other.offices], (office) => JSON.stringify(office)),
    alone: into.alone || other.alone,
    from: into.from ?? other.from,
    to: into.to ?? other.to,
    region: into.region ?? other.region,
    see: into.see ?? other.see,
    parts: [...new Set([...into.parts, ...other.parts])],
    sources: distinct([...into.sources, ...other.sources], ({ title, url }) => `${url}\n${title}`),
  };
}

const PLAIN = { quotedOnly: false, notBefore: [], notAfter: [], onlyBefore: [], needs: [], notNear: [], marked: true };

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();
}
