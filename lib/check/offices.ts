/** Offices beside names that the sources contradict for the day of the draft. Where they leave a gap, nothing is said. */
import { fitOf, knownOffices, roleEndingAt, type KnownOffice, type Role } from '../detect/offices';
import type { Official, PartialDate, Tenure } from '../model';
import type { Lexicon } from '../reference/lexicon';
import { officeIn } from '../reference/relations';
import { officeOn } from '../reference/tenures';
import { fold } from '../text/normalise';
import { sentenceAround } from '../text/sentences';
import type { Draft } from './draft';
import type { Finding, OfficeSeen } from './finding';
import { officialsOf, type Slot } from './slots';

/** What the sources show instead, and what to write. */
interface Contradiction {
  readonly seen: OfficeSeen;
  readonly entryId: Official['id'];
  /** In the place of the office, and of the name. */
  readonly office: string;
  readonly name: string;
}

/** Several hold it at a time, or one beside another office. */
const SHARED = /^副|领导$|委员$|常委$/;

export function officeFindings(draft: Draft, slots: readonly Slot[], lexicon: Lexicon): Finding[] {
  const { date } = draft;
  if (date === null) return [];
  return slots.flatMap((slot) => {
    if (slot.named.length === 0 || looksElsewhere(slot, draft, date)) return [];
    for (const role of slot.roles) {
      if (!isReadable(role, draft) || slot.named.some((official) => isRight(official, role, draft, date))) continue;
      for (const official of slot.named) {
        const against = contradiction(official, role, draft, date, lexicon);
        if (against !== null) return [findingOf(slot, role, official, against, draft)];
      }
    }
    return [];
  });
}

/** 原省委书记, 时任省长; 2021年 in a draft of 2026: another day is spoken of. */
function looksElsewhere({ roles, start }: Slot, { normal: { text } }: Draft, date: PartialDate): boolean {
  if (roles.some(({ written }) => /^(?:原|时任)/.test(written))) return true;
  const sentence = sentenceAround(text, { start, end: start });
  const around = text.slice(sentence.start, sentence.end);
  const years = [...around.matchAll(/((?:19|20)\d{2})年/g)].map(([, year]) => year);
  return years.some((year) => year !== date.slice(0, 4)) || /曾任|曾经|当时|去年|前年|历任/.test(around);
}

/** Of a body, and of a place that the draft or the writer names: 省委书记 of who knows where may be another. */
function isReadable({ body, place }: Role, { reading }: Draft): boolean {
  const isPlaced = place !== null || (reading.place.region !== null && reading.place.by !== 'assumed');
  return isPlaced && body !== 'none' && body !== 'unclear' && body !== 'other' && body !== 'leaders';
}

/** The office beside the name is what the sources show for the day. */
function isRight(official: Official, role: Role, draft: Draft, date: PartialDate): boolean {
  const tenure = heldOn(official, date);
  return tenure !== null && fits(role, tenure, draft) !== null;
}

/** The tenure that the sources show for the very day, or before and after it. */
function heldOn(official: Official, date: PartialDate): Tenure | null {
  const answer = officeOn(official, date);
  return answer.is === 'attested' || answer.is === 'between' || answer.is === 'within' ? answer.tenure : null;
}

/** The office of a tenure that a role is, without the one before it. */
function fits(role: Role, tenure: Tenure, { reading }: Draft): KnownOffice | null {
  const before = tenure.before === null ? null : fold(tenure.before.office);
  return knownOffices(tenure).find((each) => each.written !== before && fitOf(role, each, reading) === 'same') ?? null;
}

function contradiction(
  official: Official,
  role: Role,
  draft: Draft,
  date: PartialDate,
  lexicon: Lexicon,
): Contradiction | null {
  const who = official.names.zh;
  const answer = officeIn(official, date, lexicon);
  const said = role.written;
  switch (answer.is) {
    case 'attested':
    case 'between':
    case 'within': {
      const held = otherRank(role, answer.tenure, draft);
      if (held === null) break;
      const on = answer.is === 'attested' ? answer.on : answer.from;
      const seen = { how: 'other-office', who, tenure: answer.tenure, on } as const;
      const office = said.slice(0, said.length - titleOf(said).length) + held;
      return { seen, entryId: official.id, office, name: who };
    }
    case 'ended': {
      if (fits(role, answer.tenure, draft) === null) break;
      const seen = { how: 'ended', who, tenure: answer.tenure, on: answer.on } as const;
      return { seen, entryId: official.id, office: `原${said}`, name: who };
    }
    case 'before-change':
    case 'not-yet': {
      if (fits(role, answer.tenure, draft) === null) break;
      const before = answer.tenure.before?.office ?? null;
      const seen = { how: 'not-yet', who, tenure: answer.tenure, on: answer.on, before } as const;
      return { seen, entryId: official.id, office: before ?? said, name: who };
    }
    case 'other-holder': {
      if (fits(role, answer.tenure, draft) === null) break;
      const holder = officialsOf(lexicon).find(({ names }) => names.zh === answer.holder);
      const seen = {
        how: 'held-by',
        who: answer.holder,
        tenure: answer.tenure,
        on: answer.heldOn,
      } as const;
      return { seen, entryId: holder?.id ?? official.id, office: said, name: answer.holder };
    }
    case 'ends':
    case 'last-attested-before':
    case 'first-attested-after':
    case 'edge':
    case 'far':
    case 'gap':
    case 'several':
    case 'undated':
  }
  return heldByAnother(official, role, draft, date, lexicon);
}

/** 副主席 where the sources show 主席 of the same body, or the other way round. */
function otherRank(role: Role, tenure: Tenure, { reading }: Draft): string | null {
  const isOf = (office: KnownOffice) =>
    office.body === role.body &&
    office.level === role.level &&
    fitOf({ ...role, title: office.title! }, office, reading) === 'same';
  const found = knownOffices(tenure).find(
    (office) =>
      office.title !== null &&
      (role.title === `副${office.title}` || `副${role.title}` === office.title) &&
      isOf(office),
  );
  return found?.title ?? null;
}

function titleOf(written: string): string {
  return roleEndingAt(written, written.length)?.title ?? '';
}

/** An office that one person holds at a time, which the sources show with another on the very day. */
function heldByAnother(
  official: Official,
  role: Role,
  draft: Draft,
  date: PartialDate,
  lexicon: Lexicon,
): Contradiction | null {
  if (SHARED.test(role.title)) return null;
  for (const other of officialsOf(lexicon)) {
    if (other.names.zh === official.names.zh) continue;
    const tenure = heldOn(other, date);
    if (tenure === null || fits(role, tenure, draft) === null) continue;
    const seen = { how: 'held-by', who: other.names.zh, tenure, on: date } as const;
    return { seen, entryId: other.id, office: role.written, name: other.names.zh };
  }
  return null;
}

function findingOf(slot: Slot, role: Role, official: Official, against: Contradiction, draft: Draft): Finding {
  const { original, toOriginal, toOriginalEnd } = draft;
  const start = toOriginal(role.start);
  const nameStart = toOriginal(slot.start);
  const end = toOriginalEnd(slot.start + official.names.zh.length - 1);
  const isSaid = against.office === role.written;
  const roleEnd = toOriginalEnd(role.end - 1);
  const fix =
    (isSaid ? original.slice(start, roleEnd) : against.office) + original.slice(roleEnd, nameStart) + against.name;
  const surface = original.slice(start, end);
  return {
    start,
    end,
    surface,
    entryId: against.entryId,
    fix: fix === surface ? null : fix,
    what: { is: 'office', said: role.written, ...against.seen },
  };
}
