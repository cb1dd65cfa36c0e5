import { useEffect, useState } from 'react';
import type { PanelState } from '../../components/panel/Panel';
import { askBackground, askNotes, serveNotices } from '../../lib/messages';
import type { AnnotationId, NoteOnPage } from '../../lib/model';

/** ms after a change until the page has found its notes again. */
const PAUSE = 200;

export interface NotesOfTab {
  readonly notes: readonly NoteOnPage[];
  readonly deleted: AnnotationId | null;
  readonly jump: (id: AnnotationId) => void;
  readonly remove: (id: AnnotationId) => Promise<void>;
  readonly restore: (id: AnnotationId) => Promise<void>;
}

/** The notes of a tab's page as it shows them, live. */
export function useNotes(tabId: number | null, page: PanelState): NotesOfTab {
  const [notes, setNotes] = useState<readonly NoteOnPage[]>([]);
  const [deleted, setDeleted] = useState<AnnotationId | null>(null);
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const life = new AbortController();
    serveNotices(
      {
        notesChanged: () => {
          setChanges((count) => count + 1);
          return null;
        },
      },
      life.signal,
    );
    return () => life.abort();
  }, []);
  useEffect(() => {
    if (tabId === null || page.is !== 'read') return;
    const look = async () => setNotes(await askNotes(tabId, 'list', null).catch(() => []));
    const timer = setTimeout(() => void look(), changes === 0 ? 0 : PAUSE);
    return () => clearTimeout(timer);
  }, [tabId, page, changes]);
  return {
    notes,
    deleted,
    jump: (id) => {
      if (tabId !== null) void askNotes(tabId, 'jump', { id }).catch(() => undefined);
    },
    remove: async (id) => {
      const answer = await askBackground('deleteAnnotation', { id });
      if (answer.is === 'done') setDeleted(id);
    },
    restore: async (id) => {
      const answer = await askBackground('restoreAnnotation', { id });
      if (answer.is === 'done') setDeleted(null);
    },
  };
}
