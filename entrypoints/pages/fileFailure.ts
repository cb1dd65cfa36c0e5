/** Why a file could not be written; `words.exchange.failures` has a sentence for each. */
const FILE_FAILURES = ['no-room', 'denied', 'withdrawn', 'gone', 'unwritten'] as const;
/** `withdrawn`: the folder was permitted once. */
export type FileFailure = (typeof FILE_FAILURES)[number];

export function isFileFailure(why: string): why is FileFailure {
  return (FILE_FAILURES as readonly string[]).includes(why);
}

export function fileFailureOf(error: unknown): FileFailure {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'no-room';
  if (name === 'NotAllowedError' || name === 'NoModificationAllowedError') return 'denied';
  return name === 'NotFoundError' ? 'gone' : 'unwritten';
}
