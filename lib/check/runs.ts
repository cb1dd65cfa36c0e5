import type { Span } from '../model';
import type { Draft } from './draft';
import type { List, Lists } from './lists';

/** A member where it stands, as offsets of the draft's letters. */
export interface Standing extends Span {
  readonly member: number;
}

/** What stands between two members and is none. */
export interface Stranger extends Span {
  /** How many members stand before it. */
  readonly after: number;
}

/** Members of a list one after the other, parted by nothing but commas, 和 and the like. */
export interface Run {
  readonly list: List;
  readonly members: readonly Standing[];
  readonly strangers: readonly Stranger[];
}

const JOINS = new Set(['', '和', '与', '及', '以及']);
/** Letters of one other thing among the members. */
const LONGEST_STRANGER = 24;

export function runsIn({ letters }: Draft, { matcher, memberOf }: Lists): Run[] {
  const standing = new Map<List, Standing[]>();
  matcher.scan(letters.codes, (start, end, term) => {
    for (const [list, member] of memberOf[term]!) {
      const known = standing.get(list);
      if (known === undefined) standing.set(list, [{ start, end, member }]);
      // 推动绿色 in 推动绿色发展: the longer member that begins here comes later.
      else if (known.at(-1)!.start === start) known[known.length - 1] = { start, end, member };
      else if (known.at(-1)!.end <= start) known.push({ start, end, member });
    }
  });
  return [...standing].flatMap(([list, all]) => runsOf(list, all, letters));
}

function runsOf(list: List, all: readonly Standing[], letters: Draft['letters']): Run[] {
  const runs: { list: List; members: Standing[]; strangers: Stranger[] }[] = [];
  for (const each of all) {
    const run = runs.at(-1);
    const last = run?.members.at(-1);
    const between = last === undefined ? null : betweenMembers(letters, last.end, each.start);
    if (run === undefined || between === 'apart' || between === null) {
      runs.push({ list, members: [each], strangers: [] });
      continue;
    }
    if (between !== 'joined') run.strangers.push({ ...between, after: run.members.length });
    run.members.push(each);
  }
  return runs;
}

function betweenMembers({ text, parted }: Draft['letters'], from: number, to: number): 'joined' | 'apart' | Span {
  const between = text.slice(from, to);
  if (between.includes('\n')) return 'apart';
  if (JOINS.has(between)) return 'joined';
  const isListed = parted[from] === 1 && (parted[to] === 1 || between.endsWith('和'));
  return isListed && between.length <= LONGEST_STRANGER ? { start: from, end: to } : 'apart';
}
