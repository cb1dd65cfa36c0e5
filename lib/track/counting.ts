/** What stands in the text of an article, counted for following it through all of them. */
import { mentionsByText, type MentionInText } from '../detect/byText';
import { detect, type Told } from '../detect/detect';
import type { PlaceOfText } from '../detect/place';
import {
  UNLISTED_IDS,
  type EntryId,
  type FollowedKey,
  type Mention,
  type PartialDate,
  type Region,
  type Sighting,
  type Sightings,
  type Span,
} from '../model';
import type { Lexicon } from '../reference/lexicon';
import { keyOf } from '../reference/unlistedCard';
import { fold, normalise, PARAGRAPH_MARK } from '../text/normalise';

/** A text and what is known of it besides. */
export interface CountedText {
  readonly paragraphs: readonly string[];
  /** Which of them are counted, ascending. */
  readonly body: readonly number[];
  readonly date: PartialDate | null;
  /** That of its site. */
  readonly region: Region | null;
  /** The reader's word that a form is not an entry there. */
  readonly isWrong: (form: string, entry: EntryId) => boolean;
}

/** UTF-16 units that are read at one go, at the least: after each the caller may pause. */
const PART = 40_000;
/** Grows when the same text would be counted otherwise: then everything is counted anew. */
const RULES = 2;

/** By which reference and rules something was counted. */
export function basisOf({ packs }: Pick<Lexicon, 'packs'>): string {
  return [RULES, ...packs.map(({ id, version, entries }) => `${id}@${version}:${entries.length}`)].join(' ');
}

/** Counts an article, part by part. */
export function* counting(text: CountedText, lexicon: Lexicon): Generator<undefined, Sightings, undefined> {
  const tally = new Tally(lexicon, text.isWrong);
  let place: PlaceOfText | null = null;
  let earlier: Told | null = null;
  for (const part of partsOf(text)) {
    const texts = part.map((number) => text.paragraphs[number]!);
    const found = detect(texts.join(PARAGRAPH_MARK), lexicon, {
      date: text.date,
      place: text.region && { region: text.region, by: 'site' },
      assumesHome: false,
      earlier,
    });
    earlier = found.told;
    place ??= found.place;
    tally.add(mentionsByText(found.mentions, texts), texts, part);
    yield;
  }
  return {
    found: tally.found(),
    lists: tally.lists,
    place: place && (place.region?.city ?? place.region?.province ?? null),
  };
}

/** All at once. */
export function countNow(text: CountedText, lexicon: Lexicon): Sightings {
  const parts = counting(text, lexicon);
  for (;;) {
    const step = parts.next();
    if (step.done === true) return step.value;
  }
}

/** Mentions that were found already, in the text with their number. */
export function sightingsOf(
  mentions: readonly MentionInText[],
  texts: readonly string[],
  lexicon: Lexicon,
  isWrong: CountedText['isWrong'],
): Omit<Sightings, 'place'> {
  const tally = new Tally(lexicon, isWrong);
  tally.add(mentions, texts, [...texts.keys()]);
  return { found: tally.found(), lists: tally.lists };
}

/** Numbers of paragraphs that are read together. */
function* partsOf({ paragraphs, body }: CountedText): Generator<number[]> {
  let part: number[] = [];
  let length = 0;
  for (const number of body) {
    part.push(number);
    length += paragraphs[number]!.length;
    if (length < PART) continue;
    yield part;
    [part, length] = [[], 0];
  }
  if (part.length > 0) yield part;
}

/** The entry that the reader may have called wrong. */
function idOf(mention: Mention): EntryId {
  return mention.status === 'known' ? mention.entryId : UNLISTED_IDS[mention.kind];
}

/** The office that the text gives beside the name. */
function officeIn(mention: Mention): string | null {
  if (mention.status === 'known') return mention.statedOffice;
  return mention.kind === 'official' ? mention.office : null;
}

class Tally {
  readonly lists: FollowedKey[][] = [];
  private readonly sightings = new Map<
    FollowedKey,
    { forms: string[]; places: number[]; offices: (string | null)[] }
  >();

  constructor(
    private readonly lexicon: Lexicon,
    private readonly isWrong: CountedText['isWrong'],
  ) {}

  /** `numbers`: which paragraph of the article each text is. */
  add(mentions: readonly MentionInText[], texts: readonly string[], numbers: readonly number[]): void {
    const meant = mentions.filter((each) => !this.isWrong(fold(each.surface), idOf(each)));
    for (const mention of meant) {
      const { text, surface } = mention;
      const paragraph = numbers[text]!;
      this.place(keyOf(mention), paragraph, mention, fold(surface), officeIn(mention));
      // What stands inside a longer formulation stands there too.
      for (const part of mention.status === 'known' ? mention.parts : []) {
        const { form, ...span } = this.partOf(mention, part);
        this.place(part, paragraph, span, form, null);
      }
    }
    this.lists.push(...listsIn(meant, texts));
  }

  found(): Sighting[] {
    return [...this.sightings].map(([of, { forms, places, offices }]) => ({
      of,
      forms,
      places,
      ...(offices.some((office) => office !== null) ? { offices } : {}),
    }));
  }

  private place(of: FollowedKey, paragraph: number, { start, end }: Span, form: string, office: string | null): void {
    const sighting = this.sightings.get(of) ?? { forms: [], places: [], offices: [] };
    this.sightings.set(of, sighting);
    if (!sighting.forms.includes(form)) sighting.forms.push(form);
    sighting.places.push(paragraph, start, end, sighting.forms.indexOf(form));
    sighting.offices.push(office);
  }

  /** The longest form of an entry inside a mention; the whole of it where none is found by its letters. */
  private partOf({ surface, start, end }: MentionInText, part: EntryId): Span & { readonly form: string } {
    const normal = normalise(surface);
    const forms = (this.lexicon.entries.get(part)?.forms ?? []).map(({ text }) => text);
    const [form] = forms.filter((each) => normal.text.includes(each)).sort((a, b) => b.length - a.length);
    if (form === undefined) return { start, end, form: fold(surface) };
    const at = normal.text.indexOf(form);
    return { start: start + normal.starts[at]!, end: start + normal.ends[at + form.length - 1]!, form };
  }
}

/** What may stand between two names of one list: a blank, or 、 with an office perhaps; after ， an office must stand. */
const BETWEEN = /^\s*(?<mark>[、，,]?)(?<office>[\s\p{Script=Han}（）()“”·、]*)$/u;
/** UTF-16 units. */
const FARTHEST = 40;

/** Officials named one after the other; two of them make a list. */
function listsIn(mentions: readonly MentionInText[], texts: readonly string[]): FollowedKey[][] {
  const lists: FollowedKey[][] = [];
  let before: MentionInText | null = null;
  for (const mention of mentions) {
    if (mention.kind !== 'official') continue;
    const isSameText: boolean = before?.text === mention.text;
    const gap = isSameText ? texts[mention.text]!.slice(before!.end, mention.start) : null;
    if (gap !== null && gap.length <= FARTHEST && isOneList(gap, mention)) lists.at(-1)!.push(keyOf(mention));
    else lists.push([keyOf(mention)]);
    before = mention;
  }
  return lists.filter(({ length }) => length > 1);
}

function isOneList(gap: string, mention: Mention): boolean {
  const groups = BETWEEN.exec(gap)?.groups;
  if (groups === undefined) return false;
  const { mark, office } = groups as { readonly mark: string; readonly office: string };
  if (mark === '') return office.trim() === '';
  return mark === '、' || officeIn(mention) !== null;
}
