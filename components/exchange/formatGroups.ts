import type { FormatId } from '../../lib/model';

/** What readers export for, in the order of the dialog. `markdown-each` is a way of `markdown`. */
export const FORMAT_GROUPS = [
  ['read', ['markdown', 'html', 'docx']],
  ['tables', ['csv', 'xlsx']],
  ['citations', ['ris', 'bibtex', 'biblatex', 'csl-json']],
  ['programs', ['w3c', 'hypothesis', 'readwise', 'anki', 'tmx', 'tbx', 'refi-qda']],
  ['all', ['json', 'backup']],
] as const satisfies readonly (readonly [string, readonly FormatId[]])[];

/** Formats in which articles are cited. */
export const CITING: ReadonlySet<FormatId> = new Set([
  'markdown',
  'markdown-each',
  'html',
  'docx',
  'csv',
  'xlsx',
  'anki',
  'refi-qda',
] satisfies FormatId[]);
