import type { Language } from '../model';
import type { UnlistedCard } from '../reference/unlistedCard';
import { wordsOf } from './words';

/** A card of something unlisted as text to copy: what the article says, and that the reference does not have it. */
export function unlistedText({ name, offices, members, date }: UnlistedCard, language: Language): string {
  const { unlisted } = wordsOf(language);
  const lines = [
    name,
    ...offices.map(({ office }) => unlisted.office(office, date)),
    ...(members.length === 0 ? [] : [unlisted.members(members.length, date)]),
    ...members.map((member, index) => `${index + 1}. ${member}`),
    unlisted.notInReference,
  ];
  return lines.join('\n');
}
