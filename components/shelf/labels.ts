import type { Facet, NoteKind, NoteStateFilter } from '../../lib/library/query';
import type { Colour, ColourNames, EntryId } from '../../lib/model';
import { useLanguage, useWords } from '../words';

/** What the value of a condition is called. */
export function useFacetLabels(
  colourNames: ColourNames,
  nameOf: (id: EntryId) => string,
): (facet: Facet, name: string) => string {
  const words = useWords();
  return (facet, name) => {
    switch (facet) {
      case 'kinds':
        return words.shelf.kinds[name as NoteKind];
      case 'colours':
        return colourNames[name as Colour] ?? words.notes.colours[name as Colour];
      case 'states':
        return words.shelf.states[name as NoteStateFilter];
      case 'entries':
        return nameOf(name as EntryId);
      case 'sources':
        return name === '' ? words.shelf.noSource : name;
      case 'sites':
      case 'tags':
        return name;
    }
  };
}

/** Between a name and its value: a Chinese colon has its blank in itself. */
export function useColon(): string {
  const { colon } = useWords().punctuation;
  return useLanguage() === 'zh' ? colon : `${colon} `;
}
