/** Enumerations whose members and order the reference knows: of entries their members, of forms their parts. */
import { regionOf } from '../detect/place';
import type { Entry } from '../model';
import type { Lexicon } from '../reference/lexicon';
import { buildMatcher, type Matcher } from '../reference/matcher';
import { fold } from '../text/normalise';
import { lettersOfForm, STOP } from './letters';

export interface List {
  readonly entry: Entry;
  /** As a reader writes them, in order. */
  readonly members: readonly string[];
  readonly letters: readonly string[];
  /** What the formulation is called, as letters. */
  readonly names: readonly string[];
  /** Of an entry: the reference says that these are all. Else only their order is known. */
  readonly isWhole: boolean;
}

export interface Lists {
  readonly matcher: Matcher;
  /** By term: the lists that have it as a member, and as which. */
  readonly memberOf: readonly (readonly (readonly [List, number])[])[];
}

/** Letters of a member; 特 and 优 say nothing by themselves. */
const SHORTEST_MEMBER = 2;
/** Two are too few to have an order. */
const FEWEST = 3;

const built = new WeakMap<Lexicon, Lists>();

export function listsOf(lexicon: Lexicon): Lists {
  const found = built.get(lexicon) ?? build(lexicon);
  built.set(lexicon, found);
  return found;
}

function build(lexicon: Lexicon): Lists {
  const lists = [...lexicon.entries.values()].flatMap((entry) => {
    const whole = ofEntry(entry);
    if (whole !== null) return [whole];
    return entry.kind === 'official' ? [] : entry.forms.flatMap(({ text }) => ofForm(entry, text) ?? []);
  });
  const terms = new Map<string, (readonly [List, number])[]>();
  for (const list of lists) {
    list.letters.forEach((letters, index) => terms.set(letters, [...(terms.get(letters) ?? []), [list, index]]));
  }
  return { matcher: buildMatcher([...terms.keys()]), memberOf: [...terms.values()] };
}

function ofEntry(entry: Entry): List | null {
  if (entry.kind === 'official' || entry.members === null || !entry.members.complete) return null;
  const members = entry.members.items.map(({ zh }) => zh);
  // Towns of an area have no order of their own.
  if (members.every((member) => regionOf(member) !== null)) return null;
  return listOf(entry, members, true);
}

/** 获得感、幸福感、安全感: the form itself lists. */
function ofForm(entry: Entry, form: string): List | null {
  return listOf(entry, form.split(','), false);
}

function listOf(entry: Entry, members: readonly string[], isWhole: boolean): List | null {
  const letters = members.map((member) => lettersOfForm(fold(member)).text);
  const isUsable = letters.every((each) => each.length >= SHORTEST_MEMBER && !each.includes(STOP));
  const isDistinct = new Set(letters).size === letters.length;
  if (letters.length < FEWEST || !isUsable || !isDistinct) return null;
  const names = entry.forms.map(({ text }) => lettersOfForm(text).text).filter((name) => name.length >= 2);
  return { entry, members, letters, names, isWhole };
}
