import type { FormFault } from './packEntry';

/** Why a row is not taken; `words.packs.rowFaults` has a sentence for each. */
export type RowFault = `form-${FormFault}` | 'invalid' | 'duplicate-id' | 'no-name' | 'kind' | 'columns';

/** Why nothing of a file is taken; `words.packs.fileFaults` has a sentence for each. */
export type FileFault =
  | 'not-a-pack'
  | 'newer'
  | 'not-json'
  | 'empty'
  | 'encoding'
  | 'columns'
  | 'head'
  | 'damaged-archive'
  | 'inflates'
  | 'no-entries';
