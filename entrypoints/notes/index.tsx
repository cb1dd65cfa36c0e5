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
      list: () => notes.placed.list(notes.saved.state),
      jump: ({ id }) => {
        notes.jump(id);
        return null;
      },
      draft: () => notes.articleDraft(),
      record: () => notes.saved.record(),
      chooseReprint: ({ id, choice }) => notes.saved.choose(id, choice),
      copyReprint: ({ id }) => notes.saved.copy(id),
      confirm: async ({ id }) => {
        const failure = await notes.confirm(id);
        return failure === null ? { is: 'done', value: null } : { is: 'failed', reason: failure };
      },
      reattach: ({ id }) => {
        notes.reattach(id);
        return null;
      },
      noteOnArticle: () => {
        notes.noteOnArticle();
        return null;
      },
    },
    notes.signal,
  );
});
