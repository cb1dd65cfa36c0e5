import type { Bilingual, EntryId, PartialDate, Span, Tenure } from '../model';

/** What is wrong in a draft, by the reference; offsets are UTF-16 units of the text given. */
export interface Finding extends Span {
  readonly surface: string;
  /** Whose records say so. */
  readonly entryId: EntryId;
  /** What the span would be when it is set right; null where that is for the writer to say. */
  readonly fix: string | null;
  readonly what: What;
}

export type What =
  /** Nearly a form of the entry: characters are missing, added, exchanged or in another order. */
  | { readonly is: 'wording'; readonly attested: string }
  /** Verbs and codes that belong together stand crosswise. */
  | { readonly is: 'pairing'; readonly attested: string }
  /** All members, in another order. */
  | { readonly is: 'order'; readonly attested: string }
  /** Of a list that the reference knows whole, these are not there. */
  | { readonly is: 'members'; readonly attested: string; readonly missing: readonly string[] }
  /** One member is nearly what the reference has. */
  | { readonly is: 'member'; readonly attested: string }
  /** Not the office of that day. */
  | ({ readonly is: 'office'; readonly said: string } & OfficeSeen)
  /** A formulation of another time. */
  | { readonly is: 'validity'; readonly attested: string; readonly to: PartialDate; readonly note: Bilingual | null }
  /** Nearly the name of the person in that office. */
  | { readonly is: 'name'; readonly attested: string; readonly office: string };

/** What the sources show of the office instead: who, in which, on which day. */
export type OfficeSeen =
  /** The person, that day, in this office. */
  | { readonly how: 'other-office'; readonly who: string; readonly tenure: Tenure; readonly on: PartialDate }
  /** Somebody else in it, that day or between that day and the person's own record. */
  | { readonly how: 'held-by'; readonly who: string; readonly tenure: Tenure; readonly on: PartialDate }
  /** The person left it. */
  | { readonly how: 'ended'; readonly who: string; readonly tenure: Tenure; readonly on: PartialDate }
  /** The person took it up later; `before` is the office until then, where a source gives it. */
  | {
      readonly how: 'not-yet';
      readonly who: string;
      readonly tenure: Tenure;
      readonly on: PartialDate;
      readonly before: string | null;
    };
