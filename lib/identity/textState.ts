import { editsBetween, weightOf, type Edit } from './edits';

/**
 * How the text of a page stands to the saved one of the same address. `edited`: paragraphs differ, in the order of the
 * text · `shorter`: much is not there (asks for a login, has not loaded all) · `longer`: all is there and much more, as
 * where the saved one was cut off · `other`: another text.
 */
export type TextState =
  | { readonly is: 'same' }
  | { readonly is: 'edited'; readonly edits: readonly Edit[] }
  | { readonly is: 'shorter'; readonly by: number }
  | { readonly is: 'longer'; readonly by: number }
  | { readonly is: 'other' };

/** Of the saved text, this share or more is missing from a shorter one. */
const MUCH = 1 / 3;
/** What came beside, to what went: no more than a line that asks for a login. */
const LITTLE = 1 / 4;
/** Of the saved text, less than this share is left in another one. */
const LEFT = 1 / 4;
/** Paragraphs. What adds less was edited. */
const MANY = 3;

/** Compares the article's own paragraphs, as they were saved and as they are now. */
export function textState(before: readonly string[], now: readonly string[]): TextState {
  const [all, here] = [weightOf(before), weightOf(now)];
  const edits = editsBetween(before, now);
  if (edits?.length === 0) return { is: 'same' };
  if (edits === null) return here <= all * LITTLE ? { is: 'shorter', by: before.length } : { is: 'other' };
  const [cutOff, completed] = [edits.filter(isCutOff), edits.filter(isCompleted)];
  const [removed, added] = [edits.filter(({ is }) => is === 'removed'), edits.filter(({ is }) => is === 'added')];
  const gone = lost([...removed, ...cutOff]);
  const come = lost([...added, ...completed].map(reversed));
  const isOnly = (...kinds: (readonly Edit[])[]) => kinds.flat().length === edits.length;
  if (isOnly(removed, cutOff, added) && gone >= all * MUCH && come <= gone * LITTLE) {
    return { is: 'shorter', by: removed.length + cutOff.length };
  }
  if (isOnly(added, completed) && come >= all * MUCH && added.length >= MANY) {
    return { is: 'longer', by: added.length + completed.length };
  }
  return all - gone < all * LEFT ? { is: 'other' } : { is: 'edited', edits };
}

const ENDS = /[…．.\s]*$/;

/** Whether what stands there now is only the beginning of what was. */
function isCutOff(edit: Edit): boolean {
  return edit.is === 'changed' && edit.before.startsWith(edit.now.replace(ENDS, ''));
}

function isCompleted(edit: Edit): boolean {
  return isCutOff(reversed(edit));
}

function reversed(edit: Edit): Edit {
  switch (edit.is) {
    case 'added':
      return { is: 'removed', before: edit.now };
    case 'removed':
      return { is: 'added', now: edit.before };
    case 'changed':
      return { is: 'changed', before: edit.now, now: edit.before };
  }
}

/** UTF-16 units that went. */
function lost(edits: readonly Edit[]): number {
  return edits.reduce((sum, edit) => {
    const before = edit.is === 'added' ? 0 : edit.before.length;
    return sum + before - (edit.is === 'changed' ? edit.now.length : 0);
  }, 0);
}
