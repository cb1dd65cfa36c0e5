import type { EntryId, KnownMention, ListedMember, Mention, PartialDate, Reason, UnlistedMention } from '../model';
import type { Lexicon } from '../reference/lexicon';
import { officeIn } from '../reference/relations';
import { officeName, type OfficeOn } from '../reference/tenures';

/** A mention as other programs read it. */
export interface ReportedMention {
  /** UTF-16 offsets in the text as read. */
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  readonly kind: string;
  readonly status: 'known' | 'unlisted';
  /** Null: the reference does not have it. */
  readonly entryId: EntryId | null;
  readonly name: string;
  /** For officials: the office on the day of the text; null where the reference abstains. */
  readonly office: string | null;
  /** What the office rests on, or why none is given. */
  readonly officeBasis: string | null;
  readonly confidence: number;
  readonly why: string;
  readonly alternatives: readonly EntryId[];
  readonly parts: readonly EntryId[];
  /** For unlisted officials: the body as read. */
  readonly organisation?: string | null;
  /** For unlisted formulations: what the text counts under it. */
  readonly members?: readonly ListedMember[];
}

export function reportMention(mention: Mention, lexicon: Lexicon, date: PartialDate | null): ReportedMention {
  return mention.status === 'known' ? ofKnown(mention, lexicon, date) : ofUnlisted(mention);
}

/** `officeBasis` of an unlisted official: `text`, and how the text says it. */
function ofUnlisted(mention: UnlistedMention): ReportedMention {
  const { start, end, surface, kind, status, name, confidence, why, basis } = mention;
  const shared = {
    start,
    end,
    surface,
    kind,
    status,
    entryId: null,
    name,
    confidence,
    why: why.map(reasonOf).join('; '),
  };
  const none = { alternatives: [], parts: [] };
  if (mention.kind === 'formulation') {
    return { ...shared, office: null, officeBasis: null, ...none, members: mention.members };
  }
  const { office, organisation } = mention;
  return { ...shared, office, officeBasis: `text ${basis}`, ...none, organisation };
}

function ofKnown(mention: KnownMention, lexicon: Lexicon, date: PartialDate | null): ReportedMention {
  const { start, end, surface, kind, status, entryId, confidence, why, alternatives, parts } = mention;
  const entry = lexicon.entries.get(entryId)!;
  const answer = entry.kind === 'official' ? officeIn(entry, date, lexicon) : null;
  return {
    start,
    end,
    surface,
    kind,
    status,
    entryId,
    name: entry.names.zh,
    office: answer && officeName(answer),
    officeBasis: answer && basisOf(answer),
    confidence,
    why: why.map(reasonOf).join('; '),
    alternatives,
    parts,
  };
}

function basisOf(answer: OfficeOn): string {
  switch (answer.is) {
    case 'attested':
    case 'ends':
    case 'last-attested-before':
    case 'first-attested-after':
    case 'before-change':
    case 'not-yet':
    case 'ended':
    case 'edge':
    case 'far':
    case 'other-holder':
      return `${answer.is} ${answer.on}`;
    case 'between':
    case 'within':
      return `${answer.is} ${answer.from}/${answer.to}`;
    case 'gap':
    case 'several':
    case 'undated':
      return answer.is;
  }
}

function reasonOf(reason: Reason): string {
  switch (reason.is) {
    case 'form':
    case 'quoted':
    case 'period':
    case 'named-before':
    case 'national':
    case 'code':
    case 'combination':
    case 'short-name':
      return reason.is;
    case 'brackets':
    case 'office-elsewhere':
      return `${reason.is} ${reason.office}`;
    case 'repeated':
      return `repeated ${reason.count}`;
    case 'explained':
      return `explained ${reason.by}`.trimEnd();
    case 'cue':
      return `cue ${reason.word}`;
    case 'context':
      return `context ${reason.word}`;
    case 'full-form':
      return `full-form ${reason.form}`;
    case 'place':
      return `place ${reason.place} ${reason.by}`;
    case 'title':
      return `title ${reason.title}`;
    case 'list':
      return `list ${reason.title}`;
    case 'appointment':
      return `appointment ${reason.office}`;
    case 'companion':
      return `companion ${reason.name}`;
    case 'activity':
      return `activity ${reason.verb}`;
  }
}
