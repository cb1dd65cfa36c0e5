/** Lists in a draft that the reference knows otherwise: another order, a member missing, one miswritten. */
import type { Span } from '../model';
import type { Lexicon } from '../reference/lexicon';
import type { Draft } from './draft';
import { editsBetween } from './edits';
import type { Finding, What } from './finding';
import { STOP } from './letters';
import { listsOf } from './lists';
import { runsIn, type Run } from './runs';

/** Of the members of a list as many must stand there that it is one. */
const ENOUGH = 0.6;
/** Letters between the name of a formulation and its members. */
const NEAR = 60;
/** Members of a list that needs no name beside it to be recognised. */
const TELLING = 5;

export function memberFindings(draft: Draft, lexicon: Lexicon): Finding[] {
  return runsIn(draft, listsOf(lexicon)).flatMap((run) => {
    const { list, members, strangers } = run;
    const distinct = new Set(members.map(({ member }) => member)).size;
    if (distinct !== members.length || distinct < list.members.length * ENOUGH) return [];
    if (distinct === list.members.length) return strangers.length === 0 ? orderOf(run, draft) : [];
    if (!list.isWhole || distinct < 2 || !isNamedNear(run, draft)) return [];
    return miswritten(run, draft) ?? missingFrom(run, draft);
  });
}

function orderOf(run: Run, draft: Draft): Finding[] {
  const { list, members } = run;
  const isInOrder = members.every(({ member }, index) => member === index);
  if (isInOrder) return [];
  const isSure = !list.isWhole || list.members.length >= TELLING || isNamedNear(run, draft);
  const whole = { start: members[0]!.start, end: members.at(-1)!.end };
  if (!isSure || draft.known.covers(whole.start, whole.end)) return [];
  const fix = replaced(
    draft,
    whole,
    members.map((each, index) => [each, list.members[index]!] as const),
  );
  return [findingOf(draft, run, whole, fix, { is: 'order', attested: list.members.join('、') })];
}

/** One of the members is there, a letter apart from what it should be. */
function miswritten(run: Run, draft: Draft): Finding[] | null {
  const { list, members, strangers } = run;
  const missing = missingOf(run);
  if (missing.length !== 1) return null;
  const [lost] = missing;
  const letters = list.letters[lost!]!;
  const candidates: { start: number; end: number }[] = [...strangers];
  const { text } = draft.letters;
  const first = members[0]!.start;
  const last = members.at(-1)!.end;
  for (const by of [0, 1, -1]) {
    if (draft.letters.parted[first] === 1) candidates.push({ start: first - letters.length - by, end: first });
    if (draft.letters.parted[last] === 1) candidates.push({ start: last, end: last + letters.length + by });
  }
  for (const { start, end } of candidates) {
    if (start < 0 || end > text.length) continue;
    const edits = editsBetween(letters, text.slice(start, end), 1);
    if (edits === null || edits.length === 0) continue;
    const attested = list.members[lost!]!;
    return [findingOf(draft, run, { start, end }, attested, { is: 'member', attested })];
  }
  return null;
}

function missingFrom(run: Run, draft: Draft): Finding[] {
  const { list, members, strangers } = run;
  const missing = missingOf(run);
  const whole = { start: members[0]!.start, end: members.at(-1)!.end };
  const { text } = draft.letters;
  // 富强、民主等: the writer says that there are more. A list of others besides is not this one.
  if (text[whole.end] === '等' || goesOn(whole.end, draft)) return [];
  if (strangers.length > 0) return strangerIn(run, missing, draft, whole);
  const attested = list.members.join('、');
  const lost = missing.map((index) => list.members[index]!);
  const isInOrder = members.every(({ member }, index) => index === 0 || members[index - 1]!.member < member);
  const fix = isInOrder ? withMissing(run, missing, draft, whole) : attested;
  return [findingOf(draft, run, whole, fix, { is: 'members', attested, missing: lost })];
}

/** One other thing stands where the one missing member belongs. */
function strangerIn(run: Run, missing: readonly number[], draft: Draft, whole: Span): Finding[] {
  const { list, members, strangers } = run;
  const [stranger] = strangers;
  const isInOrder = members.every(({ member }, index) => member === (index < stranger!.after ? index : index + 1));
  if (strangers.length > 1 || missing.length > 1 || stranger!.after !== missing[0] || !isInOrder) return [];
  const lost = list.members[missing[0]]!;
  const fix = replaced(draft, whole, [[stranger!, lost]]);
  return [findingOf(draft, run, whole, fix, { is: 'members', attested: list.members.join('、'), missing: [lost] })];
}

/** 、 after the last one: the list goes on with something else. */
function goesOn(end: number, { letters, original, toOriginalEnd }: Draft): boolean {
  return original
    .slice(toOriginalEnd(letters.at[end - 1]!))
    .trimStart()
    .startsWith('、');
}

function missingOf({ list, members }: Run): number[] {
  const there = new Set(members.map(({ member }) => member));
  return list.members.flatMap((_, index) => (there.has(index) ? [] : [index]));
}

function withMissing(run: Run, missing: readonly number[], draft: Draft, whole: Span): string {
  const { list, members } = run;
  const insert = new Map<number, string[]>();
  for (const lost of missing) {
    const next = members.findIndex(({ member }) => member > lost);
    insert.set(next, [...(insert.get(next) ?? []), list.members[lost]!]);
  }
  const changes = members.map((each, index) => {
    const before = (insert.get(index) ?? []).map((member) => `${member}、`).join('');
    return [each, before + surfaceOf(draft, each)] as const;
  });
  const after = (insert.get(-1) ?? []).map((member) => `、${member}`).join('');
  return replaced(draft, whole, changes) + after;
}

/** Whether the formulation is called by its name shortly before its members or after them. */
function isNamedNear({ list, members }: Run, { letters }: Draft): boolean {
  const from = Math.max(0, members[0]!.start - NEAR);
  const end = members.at(-1)!.end;
  const around = `${letters.text.slice(from, members[0]!.start)}${STOP}${letters.text.slice(end, end + NEAR)}`;
  return list.names.some((name) => around.includes(name));
}

function surfaceOf(draft: Draft, { start, end }: Span): string {
  const { letters, original } = draft;
  return original.slice(draft.toOriginal(letters.at[start]!), draft.toOriginalEnd(letters.at[end - 1]!));
}

/** The text of a stretch with other words in the place of some of its parts. */
function replaced(draft: Draft, whole: Span, parts: readonly (readonly [Span, string])[]): string {
  const { letters, original } = draft;
  let text = '';
  let at = draft.toOriginal(letters.at[whole.start]!);
  for (const [{ start, end }, by] of parts) {
    text += original.slice(at, draft.toOriginal(letters.at[start]!)) + by;
    at = draft.toOriginalEnd(letters.at[end - 1]!);
  }
  return text + original.slice(at, draft.toOriginalEnd(letters.at[whole.end - 1]!));
}

function findingOf(draft: Draft, { list }: Run, span: Span, fix: string, what: What): Finding {
  const start = draft.toOriginal(draft.letters.at[span.start]!);
  const end = draft.toOriginalEnd(draft.letters.at[span.end - 1]!);
  return { start, end, surface: draft.original.slice(start, end), entryId: list.entry.id, fix, what };
}
