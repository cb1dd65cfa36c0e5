import type { Colour, NoteOnPage, NoteState } from '../../lib/model';

/** Which notes are listed; null: any. */
export interface NoteFilter {
  readonly text: string;
  readonly colour: Colour | null;
  readonly tag: string | null;
  readonly state: NoteState | null;
  readonly withNote: boolean;
}

export const ALL_NOTES: NoteFilter = { text: '', colour: null, tag: null, state: null, withNote: false };

export function matchesFilter({ annotation, state }: NoteOnPage, filter: NoteFilter): boolean {
  const { colour, note, tags, anchor } = annotation;
  if (filter.colour !== null && filter.colour !== colour) return false;
  if (filter.state !== null && filter.state !== state) return false;
  if (filter.withNote && note === '') return false;
  if (filter.tag !== null && !tags.includes(filter.tag)) return false;
  const wanted = filter.text.trim().toLowerCase();
  return wanted === '' || [anchor?.quote ?? '', note, ...tags].some((text) => text.toLowerCase().includes(wanted));
}

/** Tags of the notes, by name. */
export function tagsOf(notes: readonly NoteOnPage[]): string[] {
  return [...new Set(notes.flatMap(({ annotation }) => annotation.tags))].sort((a, b) => a.localeCompare(b, 'zh-CN'));
}
