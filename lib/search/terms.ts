import { termOf, type Term } from './textIndex';

/** One thing that is asked for; what is found has all of them. */
export interface AskedTerm {
  /** As the reader wrote it. */
  readonly text: string;
  readonly term: Term;
  readonly script: 'han' | 'latin' | 'other';
  /** The words of a longer run: where the run does not stand as it is, all of them together will do. Empty: no such. */
  readonly words: readonly AskedTerm[];
}

/** Characters from which on a run may be several words. */
const SHORTEST_RUN = 4;
const PARTS = /“([^”]+)”|"([^"]+)"|「([^」]+)」|[^\s“”"「」，、；。！？]+/gu;
const RUNS = /[\p{Script=Han}〇]+|[^\p{Script=Han}〇]+/gu;

/**
 * What a query asks for. Blanks and punctuation part terms; what stands in quotation marks is one, as it stands.
 * `segment` cuts a run of Chinese into words; null while that is not at hand.
 */
export function termsOf(query: string, segment: ((run: string) => readonly string[]) | null): AskedTerm[] {
  const parts = [...query.matchAll(PARTS)].flatMap((match): { text: string; isQuoted: boolean }[] => {
    const quoted = match[1] ?? match[2] ?? match[3];
    if (quoted !== undefined) return [{ text: quoted, isQuoted: true }];
    return (match[0].match(RUNS) ?? []).map((text) => ({ text, isQuoted: false }));
  });
  return parts.flatMap(({ text, isQuoted }): AskedTerm[] => {
    const term = termOf(text);
    if (term === null) return [];
    const script = /\p{Script=Han}/u.test(text) ? 'han' : /\p{Script=Latin}/u.test(text) ? 'latin' : 'other';
    const isRun = script === 'han' && !isQuoted && text.length >= SHORTEST_RUN && segment !== null;
    return [{ text, term, script, words: isRun ? wordsOf(segment(text)) : [] }];
  });
}

/** Whether a segmenter would be of use. */
export function hasRuns(query: string): boolean {
  return (query.match(/\p{Script=Han}+/gu) ?? []).some((run) => run.length >= SHORTEST_RUN);
}

/** Words of two and more characters; a single one among them (的, 和, 在) says too little. */
function wordsOf(segments: readonly string[]): AskedTerm[] {
  const words = segments.filter((word) => word.length > 1);
  if (words.length < 2) return [];
  return words.flatMap((text): AskedTerm[] => {
    const term = termOf(text);
    return term === null ? [] : [{ text, term, script: 'han', words: [] }];
  });
}
