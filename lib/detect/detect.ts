import type { EntryId, KnownMention, Mention, PartialDate } from '../model';
import type { Lexicon, Use } from '../reference/lexicon';
import { normalise } from '../text/normalise';
import type { Candidate, Passed, Reading } from './candidate';
import { choose } from './choose';
import { isInPeriod, passes } from './conditions';
import { placeByOfficials, resolveOfficials } from './officials';
import { findUnlisted, NOTHING_UNLISTED, UNLISTED_FROM, type ToldUnlisted } from './unlisted/unlisted';
import { placeNames, placeOfText, type GivenPlace, type PlaceOfText } from './place';

/** What the caller knows of a text besides its letters. */
export interface Circumstances {
  readonly date: PartialDate | null;
  /** The place of the text, if it was given or follows from its site. */
  readonly place: GivenPlace | null;
  /** Whether a text that names no place at all may be taken for one of the pack's home. True if left out. */
  readonly assumesHome?: boolean;
  /** What earlier parts of the same text have told. */
  readonly earlier?: Told | null;
  /** Least confidence of what the reference does not have; null: only what it has. As is normal if left out. */
  readonly unlistedFrom?: number | null;
}

/** What a part of a text tells the parts after it. */
export interface Told {
  /** Officials named with their office. */
  readonly named: readonly EntryId[];
  /** Entries that stood in a full form. */
  readonly full: readonly EntryId[];
  readonly place: GivenPlace | null;
  readonly unlisted: ToldUnlisted;
}

export interface Detected {
  /** Ordered by start, free of overlaps; offsets are UTF-16 units of the text given. */
  readonly mentions: readonly Mention[];
  readonly place: PlaceOfText;
  readonly told: Told;
}

/** Finds the mentions of a text, known and unlisted. Paragraphs are parted by blank lines or `U+2029`. */
export function detect(original: string, lexicon: Lexicon, circumstances: Circumstances): Detected {
  const normal = normalise(original);
  const found = placeNames(normal.codes);
  const { earlier = null, assumesHome = true, unlistedFrom = UNLISTED_FROM.normal } = circumstances;
  const home = assumesHome ? (lexicon.packs.find((pack) => pack.home !== null)?.home ?? null) : null;
  const candidates: Candidate[] = [];
  lexicon.matcher.scan(normal.codes, (start, end, term) => {
    for (const use of lexicon.uses[term]!) candidates.push({ start, end, use });
  });
  const told: PlaceOfText =
    earlier?.place == null
      ? placeOfText(found, circumstances.place, home)
      : { ...placeOfText(found, null, null), ...earlier.place };
  const unplaced: Reading = { original, normal, place: told, date: circumstances.date };
  const place = told.region === null ? (placeByOfficials(candidates, unplaced) ?? told) : told;
  const reading: Reading = { ...unplaced, place };
  const terms = candidates.flatMap((candidate) => {
    if (candidate.use.entry.kind === 'official') return [];
    const passed = passes(candidate, reading);
    return passed === null ? [] : [passed];
  });
  const full = fullForms(terms, earlier?.full ?? []);
  const officials = resolveOfficials(candidates, reading, new Set(earlier?.named));
  const passed = [...withFullForms(terms, full, reading.date), ...officials.passed];
  const chosen = choose(inOrderOfFit(passed, place));
  const known = withinEach(chosen, passed).map(([mention, others]) => mentionOf(mention, others, reading));
  const taken = { mentions: chosen, undecided: officials.undecided };
  const unlisted =
    unlistedFrom === null ? NOTHING_UNLISTED : findUnlisted(reading, taken, earlier?.unlisted ?? null, unlistedFrom);
  return {
    mentions: [...known, ...unlisted.mentions].sort((a, b) => a.start - b.start),
    place,
    told: {
      named: [...officials.named],
      full: [...full.keys()],
      place: place.by === 'assumed' || place.region === null ? null : { region: place.region, by: place.by },
      unlisted: unlisted.told,
    },
  };
}

/** To each chosen span, in order and apart, everything that begins inside it. */
function withinEach(chosen: readonly Passed[], passed: readonly Passed[]): (readonly [Passed, readonly Passed[]])[] {
  const inOrder = passed.toSorted((a, b) => a.start - b.start);
  let at = 0;
  return chosen.map((each) => {
    while (at < inOrder.length && inOrder[at]!.start < each.start) at++;
    const from = at;
    while (at < inOrder.length && inOrder[at]!.start < each.end) at++;
    return [each, inOrder.slice(from, at)];
  });
}

/** Entries that stand in a full form, with the form; those of earlier parts without one. */
function fullForms(passed: readonly Passed[], earlier: readonly EntryId[]): Map<EntryId, string> {
  const full = new Map<EntryId, string>(earlier.map((id) => [id, '']));
  for (const { use } of passed) {
    if (!isShort(use) && !full.get(use.entry.id)) full.set(use.entry.id, use.form.text);
  }
  return full;
}

/** Keeps a short form (疫情) only where the text also has a full one, or is of its time. */
function withFullForms(
  passed: readonly Passed[],
  full: ReadonlyMap<EntryId, string>,
  date: PartialDate | null,
): Passed[] {
  return passed.flatMap((each): Passed[] => {
    if (!isShort(each.use)) return [each];
    const form = full.get(each.use.entry.id);
    if (form !== undefined) return [{ ...each, why: [{ is: 'full-form', form }] }];
    return isInPeriod(each.use, date) ? [{ ...each, why: [{ is: 'period' }] }] : [];
  });
}

function isShort({ form }: Use): boolean {
  return form.when?.afterFullForm ?? false;
}

/** Of entries with one surface, those whose place is the text's come first, then the better known. */
function inOrderOfFit(passed: readonly Passed[], { region }: PlaceOfText): Passed[] {
  const distance = ({ use: { entry } }: Passed) => {
    const scope = entry.scope?.region ?? null;
    if (scope === null || region === null) return 1;
    return scope.province === region.province ? 0 : 2;
  };
  return passed.toSorted(
    (a, b) => distance(a) - distance(b) || b.confidence - a.confidence || a.use.entry.tier - b.use.entry.tier,
  );
}

function mentionOf(chosen: Passed, within: readonly Passed[], { original, normal }: Reading): KnownMention {
  const start = normal.starts[chosen.start]!;
  const end = normal.ends[chosen.end - 1]!;
  const others = within.filter((other) => other.use.entry !== chosen.use.entry && other.end <= chosen.end);
  const alternatives = others.filter((other) => other.start === chosen.start && other.end === chosen.end);
  const parts = others.filter((other) => !alternatives.includes(other));
  return {
    start,
    end,
    surface: original.slice(start, end),
    kind: chosen.use.entry.kind,
    status: 'known',
    entryId: chosen.use.entry.id,
    alternatives: idsOf(alternatives),
    parts: idsOf(parts),
    statedOffice: chosen.statedOffice,
    confidence: chosen.confidence,
    why: chosen.why,
  };
}

function idsOf(passed: readonly Passed[]): EntryId[] {
  return [...new Set(passed.map((each) => each.use.entry.id))];
}
