import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { notesHere, setNotes } from '../../lib/page/notes';
import { NotesOfFrame } from './notesOfFrame';

export default defineUnlistedScript(() => {
  if (notesHere() === undefined) setNotes(new NotesOfFrame());
});
