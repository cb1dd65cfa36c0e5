import type { StoreFailureReason } from '../../../lib/model';
import type { Words } from '../../../lib/words/zh';
import type { FileFailure } from '../../pages/fileFailure';

export function failureSentence(why: FileFailure | StoreFailureReason | 'unreadable', words: Words): string {
  if (why === 'unreadable') return words.exchange.unreadable;
  const { failures } = words.exchange;
  return Object.hasOwn(failures, why) ? failures[why as FileFailure] : words.notes.failures[why as StoreFailureReason];
}
