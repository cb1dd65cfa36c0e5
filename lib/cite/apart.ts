import type { GivenInText } from './responsible';

/** What tells an entry from others that would be cited alike: more of the name, or a letter after the year. */
export interface Apart {
  readonly given: GivenInText;
  readonly letter: string;
}

/** An entry with no other beside it. */
export const ALONE: Apart = { given: 'none', letter: '' };
