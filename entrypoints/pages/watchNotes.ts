import { askNotes, serveNotesWatcher, serveNotices, type FrameNotes, type FromStore } from '../../lib/messages';

/** What each frame told of its notes last, by the browser's number of the frame. */
export type NotesByFrame = ReadonlyMap<number, FromStore<FrameNotes>>;

/** A frame without notes brings nothing in that could be asked; once it has some, it says so. */
const NONE: FromStore<FrameNotes> = { is: 'done', value: { notes: [], reattaching: null } };

/** Follows the notes of some frames of a tab. `again` asks those anew that could not tell. */
export function watchNotes(
  tabId: number,
  frameIds: readonly number[],
  change: (to: (before: NotesByFrame) => NotesByFrame) => void,
  signal: AbortSignal,
): { readonly again: () => void } {
  const told = new Map<number, FromStore<FrameNotes>>();
  const take = (frameId: number, notes: FromStore<FrameNotes>) => {
    if (signal.aborted || !frameIds.includes(frameId)) return;
    told.set(frameId, notes);
    change((before) => new Map(before).set(frameId, notes));
  };
  const ask = async (frameId: number) => take(frameId, await askNotes(tabId, 'list', null, frameId).catch(() => NONE));
  const again = () => {
    for (const frameId of frameIds) {
      const last = told.get(frameId);
      if (last === undefined || last === NONE || last.is !== 'done') void ask(frameId);
    }
  };
  change((before) => new Map([...before].filter(([frameId]) => frameIds.includes(frameId))));
  serveNotesWatcher(
    {
      frameNotes: (notes, { tab, frameId = 0 }) => {
        if (tab?.id !== tabId) return null;
        if (notes === null) void ask(frameId);
        else take(frameId, notes);
        return null;
      },
    },
    signal,
  );
  serveNotices(
    {
      notesChanged: () => {
        again();
        return null;
      },
    },
    signal,
  );
  again();
  return { again };
}
