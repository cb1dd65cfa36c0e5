import type { Annotation, Colour } from '../../lib/model';

const FIRST: Colour = 'yellow';

/** The colour of the annotation that was made last on a page: the next one is probably of its kind. */
export function usualColour(annotations: readonly Annotation[]): Colour {
  return annotations.toSorted((a, b) => b.createdAt - a.createdAt)[0]?.colour ?? FIRST;
}
