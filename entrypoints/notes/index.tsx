import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveNotes } from '../../lib/messages';
import { notesHere, setNotes } from '../../lib/page/notes';
import { NotesOfFrame } from './notesOfFrame';

export default defineUnlistedScript(() => {
  if (notesHere() !== undefined) return;
  const notes = new NotesOfFrame();
  setNotes(notes);
  serveNotes(
    {
      list: () => notes.list(),
      jump: ({ id }) => {
        notes.jump(id);
        return null;
      },
      draft: () => notes.articleDraft(),
      record: () => notes.saved.record(),
      chooseReprint: ({ id, choice }) => notes.saved.choose(id, choice),
      copyReprint: ({ id }) => notes.saved.copy(id),
      confirm: async ({ id }) => {
        const failure = await notes.moving.confirm(id);
        return failure === null ? { is: 'done', value: null } : { is: 'failed', reason: failure };
      },
      reattach: ({ id }) => {
        if (id === null) notes.moving.end();
        else notes.moving.begin(id);
        return null;
      },
    },
    notes.signal,
  );
});
