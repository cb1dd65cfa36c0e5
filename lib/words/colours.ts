import type { Colour } from '../model';

/** Hues that stay apart for colour-blind readers and under every line of a mention. */
export const NOTE_COLOURS: Readonly<Record<Colour, string>> = {
  yellow: '#f5c518',
  green: '#2fae66',
  blue: '#3d8bfd',
  pink: '#e667a0',
  purple: '#8f6ae0',
};
