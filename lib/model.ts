/**
 * The nouns of Pangzhu as types. Imports nothing; read this first. Long, since all of them stand in one place.
 *
 * Offsets are UTF-16 units (the units of JavaScript strings), end exclusive,
 * wherever a comment does not say code points. Dates are ISO, as exact as
 * known: `2022`, `2022-05` or `2022-05-13`.
 */

declare const brand: unique symbol;
/** A string that is not just any string. */
type Brand<Name extends string> = string & { readonly [brand]: { readonly [key in Name]: true } };

export type EntryId = Brand<'EntryId'>;
export type AnnotationId = Brand<'AnnotationId'>;
export type SavedArticleId = Brand<'SavedArticleId'>;
/** A page's address without fragment, tracking parameters, scheme and `www.`; the same for all versions of a page. */
export type PageKey = Brand<'PageKey'>;
export type SourceId = Brand<'SourceId'>;
/** `002-A3`: the third article of seed document 002. */
export type ArticleId = Brand<'ArticleId'>;
/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = Brand<'PartialDate'>;
/** `YYYY-MM-DD`. */
export type Day = PartialDate & Brand<'Day'>;

/** A stretch of a named text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** The interface comes in these. */
export type Language = 'zh' | 'en';

/** Kinds of entries, in the order in which lists show them. */
export const KINDS = [
  'formulation',
  'programme',
  'official',
  'institution',
  'meeting',
  'document',
  'place',
  'event',
] as const;
export type Kind = (typeof KINDS)[number];

/**
 * How well a statement stands:
 * `attested` a seed document has it · `defined` a cited source says so ·
 * `general` common knowledge, or seen only indirectly · `unknown` looked for and not found ·
 * `given` a pack other than ours, or the reader, says so.
 */
export type Status = 'attested' | 'defined' | 'general' | 'unknown' | 'given';

/** One surface under which an entry appears. All strings are folded as texts are (`lib/text/normalise.ts`). */
export interface Form {
  readonly text: string;
  /** Null: marked wherever it stands. */
  readonly when: Conditions | null;
}

/** When a form is its entry. */
export interface Conditions {
  /** Only directly inside quotation marks. */
  readonly quotedOnly: boolean;
  /** Must not follow directly (not checked inside quotation marks). */
  readonly notBefore: readonly string[];
  /** Must not stand directly before (not checked inside quotation marks). */
  readonly notAfter: readonly string[];
  /** If not empty, one of these follows directly. */
  readonly onlyBefore: readonly string[];
  /** If not empty, one of these stands in the same sentence, unless the form is quoted. */
  readonly needs: readonly string[];
  /** `needs` holds inside quotation marks too. */
  readonly needsInQuotes: boolean;
  /** Not when one of these stands in the same sentence. */
  readonly notNear: readonly string[];
  /** Only in a text that also has a full form of the entry. */
  readonly afterFullForm: boolean;
  /** Depends on the place of the text (省委, 我市). */
  readonly deictic: boolean;
  /** Also a word or a term of other fields: not where the words around are of one. */
  readonly officialOnly: boolean;
  /** The segmenter, which would cut it, is not asked. */
  readonly whole: boolean;
  /** False: for look-up only, never marked by itself. */
  readonly marked: boolean;
}

/** An English rendering and whose it is. `ours` is a plain translation for this reference, `pack` that of another pack. */
export interface Rendering {
  readonly text: string;
  readonly by: 'official' | 'usual' | 'ours' | 'pack';
}

export interface Names {
  readonly zh: string;
  readonly traditional: string | null;
  readonly pinyin: string;
  readonly en: Rendering | null;
  /** Longer official wording with its source. */
  readonly enLong: { readonly text: string; readonly source: SourceId } | null;
}

export interface Gloss extends Bilingual {
  readonly status: Status;
}

/** What an enumerating formulation counts, in the usual order. */
export interface Members {
  readonly items: readonly Bilingual[];
  /** False when items are missing: never show them as the whole list. */
  readonly complete: boolean;
  readonly status: Status;
}

/** The earliest date that a source connects with the entry; see `qualifier` for what it claims. */
export interface FirstUse {
  readonly date: PartialDate | null;
  readonly qualifier: 'stated' | 'at-the-latest' | 'approximate' | 'related-wording' | null;
  readonly occasion: Bilingual | null;
  readonly note: Bilingual | null;
  readonly status: Status;
}

export interface Validity {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  readonly note: Bilingual | null;
}

/** A part of China: a province, or a prefecture-level city in one. Full names (山西省, 晋中市). */
export interface Region {
  readonly province: string;
  readonly city: string | null;
}

/** Where a meaning holds. */
export interface Scope {
  readonly issuer: Bilingual | null;
  readonly place: Bilingual | null;
  readonly region: Region | null;
}

/** Where an entry stands in an article. */
export interface PlaceInArticle extends Span {
  /** From 1, in reading order; blank ones do not count. */
  readonly paragraph: number;
}

/** An article of the seeds that has the entry. Offsets are those of the file. */
export interface Attestation {
  readonly article: ArticleId;
  /** Empty when the article tells of it without one of its forms. */
  readonly places: readonly PlaceInArticle[];
}

interface EntryBase {
  readonly id: EntryId;
  readonly names: Names;
  readonly forms: readonly Form[];
  readonly scope: Scope | null;
  readonly attestations: readonly Attestation[];
  readonly sources: readonly SourceId[];
  /** 1 named slogans, programmes, meetings, bodies, persons · 2 set phrases and parts · 3 common phrases. */
  readonly tier: 1 | 2 | 3;
  /** Marked on pages without being asked for. */
  readonly marked: boolean;
}

export interface Term extends EntryBase {
  readonly kind: Exclude<Kind, 'official'>;
  readonly gloss: Gloss;
  readonly members: Members | null;
  readonly first: FirstUse | null;
  readonly validity: Validity | null;
  /** Other things that the same surface can mean. */
  readonly otherMeanings: readonly Bilingual[];
  /** Entries named inside this one. */
  readonly parts: readonly EntryId[];
  /** The entry that explains this one. */
  readonly see: EntryId | null;
}

/** The day and the text that show a person in an office. */
export interface OfficeAttestation {
  readonly date: PartialDate;
  readonly article: ArticleId;
}

/** An office held by a person, as the sources state it. */
export interface Tenure {
  /** The exact wording of the document. */
  readonly office: string;
  /** The body, where the office names none (秘书长 of 市政协). */
  readonly body: string | null;
  readonly en: string;
  readonly organisation: EntryId | null;
  readonly region: Region | null;
  readonly attested: readonly OfficeAttestation[];
  /** The day it began or ended, where a source says so. */
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  readonly change: 'resigned' | 'co-opted' | null;
  /** With `co-opted`: the office before. */
  readonly before: { readonly office: string; readonly en: string } | null;
  readonly note: Bilingual | null;
}

export interface Official extends EntryBase {
  readonly kind: 'official';
  /** `national`: no namesake in the news; found without a title beside the name. */
  readonly reach: 'national' | 'local';
  readonly tenures: readonly Tenure[];
  /** What a reader must know about namesakes. */
  readonly caution: Bilingual | null;
}

export type Entry = Term | Official;

/** An entry by its name, in both languages; `en` is null where the reference has none. */
export interface EntryName {
  readonly id: EntryId;
  readonly zh: string;
  readonly en: string | null;
}

/** A public text that supports what an entry says. */
export interface Source {
  readonly id: SourceId;
  readonly title: string;
  readonly publisher: Bilingual;
  readonly date: PartialDate | null;
  /** Null when the text was read in a copy that is not an address of the outlet. */
  readonly address: string | null;
  /** The day on which it was checked. */
  readonly accessed: Day;
  readonly type:
    | 'official'
    | 'official-text-in-repository'
    | 'official-reprint'
    | 'official-in-copy'
    | 'press'
    | 'press-in-copy'
    | 'reference';
  readonly supports: string;
}

/** One article of the seed documents. */
export interface SeedArticle {
  readonly id: ArticleId;
  readonly title: string | null;
  /** Said in place of a title where there is none. */
  readonly label: Bilingual;
  readonly publisher: Bilingual | null;
  /** False when the publisher is inferred. */
  readonly publisherStated: boolean;
  readonly date: PartialDate;
  /** What the date is: the day of publication, or of what the article reports. */
  readonly dateIs: 'published' | 'event';
  /** False when the date is inferred. */
  readonly dateStated: boolean;
  readonly region: Region | null;
}

/** What a version of a pack brought. */
export interface PackChange extends Bilingual {
  readonly version: string;
  readonly date: Day;
}

/** A versioned set of entries with their sources. */
export interface Pack {
  readonly schema: 1;
  readonly id: string;
  readonly version: string;
  readonly title: Bilingual;
  readonly licence: string;
  /** The last day that its documents and checks cover. */
  readonly asOf: Day;
  /** Newest first. */
  readonly changes: readonly PackChange[];
  /** What 省委 means when nothing says otherwise. */
  readonly home: Region | null;
  readonly entries: readonly Entry[];
  readonly sources: readonly Source[];
  readonly articles: readonly SeedArticle[];
}

/** Why a mention was marked. */
export type Reason =
  | { readonly is: 'form' }
  | { readonly is: 'quoted' }
  | { readonly is: 'context'; readonly word: string }
  | { readonly is: 'full-form'; readonly form: string }
  | { readonly is: 'period' }
  | { readonly is: 'place'; readonly place: string; readonly by: PlaceBasis }
  | { readonly is: 'title'; readonly title: string }
  | { readonly is: 'list'; readonly title: string }
  | { readonly is: 'appointment'; readonly office: string }
  | { readonly is: 'activity'; readonly verb: string }
  | { readonly is: 'companion'; readonly name: string }
  | { readonly is: 'named-before' }
  | { readonly is: 'national' }
  | { readonly is: 'brackets'; readonly office: string }
  | { readonly is: 'office-elsewhere'; readonly office: string }
  | { readonly is: 'code' }
  | { readonly is: 'combination' }
  | { readonly is: 'short-name' }
  | { readonly is: 'repeated'; readonly count: number }
  | { readonly is: 'explained'; readonly by: string }
  | { readonly is: 'cue'; readonly word: string };

/** How the place of a text is known. */
export type PlaceBasis = 'given' | 'site' | 'text' | 'assumed';

interface MentionBase extends Span {
  readonly surface: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly why: readonly Reason[];
}

/** An occurrence of an entry in a text. */
export interface KnownMention extends MentionBase {
  readonly kind: Kind;
  readonly status: 'known';
  readonly entryId: EntryId;
  /** Other entries that the same surface may mean here. */
  readonly alternatives: readonly EntryId[];
  /** Entries whose forms stand inside this longer one. */
  readonly parts: readonly EntryId[];
  /** For officials: the office that this text gives beside the name. */
  readonly statedOffice: string | null;
}

/** How an unlisted official was recognised. */
export type OfficialBasis = 'title' | 'list' | 'appointment' | 'brackets' | 'named-before';

/** Somebody whom the text gives an office, but whom the reference does not have. */
export interface UnlistedOfficial extends MentionBase {
  readonly kind: 'official';
  readonly status: 'unlisted';
  readonly entryId: null;
  /** As the text writes it, without padding. */
  readonly name: string;
  /** The exact wording of this text, here or where it names the person first. */
  readonly office: string;
  /** The body as read, from the words before where the office names none; null when there is none. */
  readonly organisation: string | null;
  readonly basis: OfficialBasis;
}

/** How an unlisted formulation was recognised: a quoted code of numerals, a quoted coinage that the text repeats or explains, `以下简称“X”`, A+B+C. */
export type FormulationBasis = 'code' | 'coinage' | 'short-name' | 'combination' | 'named-before';

/** What a text itself counts under a formulation: the words, and where they stand. */
export interface ListedMember extends Span {
  readonly text: string;
}

/** A formulation by its form, which the reference does not have. */
export interface UnlistedFormulation extends MentionBase {
  readonly kind: 'formulation';
  readonly status: 'unlisted';
  readonly entryId: null;
  readonly name: string;
  /** Empty when the text lists none. */
  readonly members: readonly ListedMember[];
  readonly basis: FormulationBasis;
}

/** What the text alone tells of; never overlaps a known mention. */
export type UnlistedMention = UnlistedOfficial | UnlistedFormulation;
export type Mention = KnownMention | UnlistedMention;

/** What a page knows a mention's card by: the entry's id, or of what is unlisted its kind and name. */
export type CardKey = EntryId | Brand<'UnlistedKey'>;
/** What can be followed through articles. */
export type FollowedKey = CardKey;

/** A mention as a page has it; what the text lists under an unlisted formulation stands on its card. */
export type KeyedMention = (KnownMention | UnlistedOfficial | Omit<UnlistedFormulation, 'members'>) & {
  readonly key: CardKey;
};

/** In the place of an entry's id where the reader says “wrong here” of something unlisted. */
export const UNLISTED_IDS: Readonly<Record<UnlistedMention['kind'], EntryId>> = {
  official: 'unlisted-official' as EntryId,
  formulation: 'unlisted-formulation' as EntryId,
};

/** The rule that found a field of an article; `meta`, `element`, `json-ld` and `comment` name where. */
export type FieldRule =
  | `meta ${string}`
  | `element ${string}`
  | `json-ld ${string}`
  | `comment ${string}`
  | 'founder-date'
  | 'paper line'
  | 'paper address'
  | 'script'
  | 'time[datetime]'
  | 'date line'
  | 'source line'
  | 'byline'
  | 'editor line'
  | 'document table'
  | 'document line'
  | 'page link'
  | 'url'
  | 'title';

/** A passage with what stands before and after it, as the text writes them. */
export interface Passage {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/**
 * Words that stand beside a passage and, in the same turn, others beside its twin: folded runs, and how many folded
 * units lie between them and the passage.
 */
export interface Tell {
  readonly side: 'before' | 'after';
  readonly far: number;
  readonly own: string;
  readonly theirs: string;
}

/** A passage that is much like another one of the same text, and what tells them apart in their paragraphs, if known. */
export interface Rival extends Passage {
  readonly tell?: Tell;
}

/** A passage of a text, described so that it is found again when the text has changed. Offsets and lengths in code points. */
export interface Anchor extends Passage {
  readonly start: number;
  readonly end: number;
  /** Of the whole text. */
  readonly length: number;
  /** How often the passage stood in the text with these very surroundings, and which of them this is, from 0. */
  readonly same: { readonly count: number; readonly index: number };
  /** Other places of the text that are much like this one: not to be taken for it. */
  readonly rivals: readonly Rival[];
  /** Runs of the text, taken evenly: whether another text is the same one. */
  readonly sample: readonly string[];
}

/**
 * Where a passage stands now, UTF-16 units: `exact`, the same words; `changed`, found, but the words differ;
 * `orphan`, not found. `score` is 0 to 1.
 */
export type Located =
  | { readonly state: 'exact' | 'changed'; readonly start: number; readonly end: number; readonly score: number }
  | { readonly state: 'orphan' };

/** What decides how a page is read; per field the rule that found it. */
export interface ArticleHead {
  readonly title: string | null;
  readonly publishedAt: Day | null;
  readonly url: string;
  readonly foundBy: Readonly<Record<'title' | 'publishedAt', FieldRule | null>>;
}

/** As what a page names its authors. */
export const AUTHOR_ROLES = [
  '记者',
  '见习记者',
  '实习记者',
  '特约记者',
  '首席记者',
  '通讯员',
  '特约通讯员',
  '实习生',
  '评论员',
  '特约评论员',
  '作者',
] as const;
export type AuthorRole = (typeof AUTHOR_ROLES)[number];

export interface Author {
  readonly name: string;
  /** Null where the page names the person without one. */
  readonly role: AuthorRole | null;
}

/** Another date that the page gives for its publication. */
export interface OtherDate {
  readonly day: Day;
  readonly by: FieldRule;
}

/** Fields of an article, each found by a rule. */
export type ArticleField =
  | keyof ArticleHead['foundBy']
  | 'subtitle'
  | 'source'
  | 'authors'
  | 'editor'
  | 'pageNumber'
  | 'site'
  | 'issuingBody'
  | 'documentNumber'
  | 'pageOf';

/** What a page says about itself; per field the rule that found it. */
export interface Article extends ArticleHead {
  readonly source: string | null;
  /** Lines above and below the title, in that order, parted by a space. */
  readonly subtitle: string | null;
  /** In the order of the page; those of one byline only. */
  readonly authors: readonly Author[];
  /** Parted by 、 where there are several. */
  readonly editor: string | null;
  /** 版次, without leading zeros: `1`, `A3`. */
  readonly pageNumber: string | null;
  /** What the site calls itself. */
  readonly site: string | null;
  readonly issuingBody: string | null;
  /** 发文字号 as it is to be written: 晋政发〔2022〕12号. */
  readonly documentNumber: string | null;
  /** The address of the first page of an article that goes over several, on its other pages. */
  readonly pageOf: string | null;
  /** Those that contradict `publishedAt`, the more trusted first. */
  readonly otherDates: readonly OtherDate[];
  readonly foundBy: Readonly<Record<ArticleField, FieldRule | null>>;
}

/** Colours of highlights, in the order in which the toolbar shows them; what they mean is named by the reader. */
export const COLOURS = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;
export type Colour = (typeof COLOURS)[number];

/** What an article says of itself that a citation needs, in the order in which forms ask for it. The reader may correct each. */
export const FACTS = [
  'title',
  'subtitle',
  'publishedAt',
  'source',
  'authors',
  'editor',
  'pageNumber',
  'site',
  'issuingBody',
  'documentNumber',
] as const satisfies readonly (keyof Article)[];
export type Fact = (typeof FACTS)[number];
export type ArticleFacts = Pick<Article, Fact>;

/** An article that the reader has annotated or saved. What the page says of itself, as the reader has corrected it. */
export interface SavedArticle extends ArticleFacts {
  readonly id: SavedArticleId;
  readonly key: PageKey;
  /** Other addresses of the same page, found by what it calls its canonical one and by its text. */
  readonly otherKeys: readonly PageKey[];
  /** What the page calls its canonical address; believed only where the text agrees. */
  readonly canonical: PageKey | null;
  readonly url: string;
  /** The rules by which the page was read, not the reader's word. */
  readonly foundBy: Readonly<Record<Fact, FieldRule | null>>;
  /** Fields that the reader has corrected. */
  readonly corrected: readonly Fact[];
  /** Of those, what the page says. */
  readonly said: Partial<ArticleFacts>;
  /** The text of each paragraph of the page when it was saved. */
  readonly paragraphs: readonly string[];
  /** Which of them are the article itself (indexes, ascending), not what the site has around it. */
  readonly body: readonly number[];
  /** Of the article itself. */
  readonly fingerprints: readonly string[];
  /** ms since the epoch; the text may have been taken again later. */
  readonly savedAt: number;
  readonly textSavedAt: number;
  readonly updatedAt: number;
  readonly deletedAt: number | null;
}

/** What a page says of itself when it is saved or annotated. */
export interface ArticleDraft extends ArticleFacts, Pick<SavedArticle, 'url' | 'foundBy' | 'paragraphs' | 'body'> {
  /** The address that the page calls its canonical one. */
  readonly canonical: string | null;
}
/** The reader's word on what a page says of itself. */
export type ArticleCorrection = Partial<ArticleFacts>;

/** What the reader decided about the notes of a reprint on a page: to see them there, not to hear of them, to copy them. */
export type ReprintChoice = 'shown' | 'dismissed' | 'copied';

/** A highlight with or without a note, or a note on a whole article. */
export interface Annotation {
  readonly id: AnnotationId;
  readonly articleId: SavedArticleId;
  /** Null: on the whole article. */
  readonly anchor: Anchor | null;
  /** The paragraph in which the passage stood. */
  readonly paragraph: string | null;
  /** On which page of an article of several the passage stands; absent: the first, or the only one. */
  readonly page?: number;
  readonly colour: Colour;
  /** Markdown; empty for a bare highlight. */
  readonly note: string;
  readonly tags: readonly string[];
  /** Entries mentioned in the passage, or linked by hand. */
  readonly entries: readonly EntryId[];
  /** Grows by one with each change: who changes an older one is in conflict. */
  readonly revision: number;
  /** Texts of the note that were written elsewhere at the same time; kept until the reader has seen to them. */
  readonly otherNotes: readonly string[];
  /** ms since the epoch. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Set when it was deleted; it stays in the trash for 30 days. */
  readonly deletedAt: number | null;
}

/** An annotation as it is made; its id comes with it, so that the same message twice makes one. */
export type AnnotationDraft = Pick<
  Annotation,
  'id' | 'anchor' | 'paragraph' | 'page' | 'colour' | 'note' | 'tags' | 'entries'
>;

/** How an annotation stands on a page; `article`: on the whole of it. */
export type NoteState = 'exact' | 'changed' | 'orphan' | 'article';

/** An annotation as it stands on a page now. */
export interface NoteOnPage {
  readonly annotation: Annotation;
  readonly state: NoteState;
  /** The words that stand there now; null where there is no place. */
  readonly now: string | null;
  /** Not found, since this is not the page of the article on which it stands; null: found, or not to be found here either. */
  readonly otherPage: number | null;
  /** Its paragraph was edited since the article was saved, whether or not the passage was. */
  readonly isParagraphEdited: boolean;
}

/** What the reader has written and not saved yet: one for each page, kept in case the tab dies. */
export interface Draft extends Pick<Annotation, 'anchor' | 'paragraph' | 'colour' | 'note' | 'tags' | 'entries'> {
  /** Null: a new annotation. */
  readonly annotationId: AnnotationId | null;
}

/** What an editor in the library writes of an annotation, and the annotation as it was when the editor opened. */
export interface NoteDraft {
  readonly seen: Pick<Annotation, 'revision' | 'colour' | 'note' | 'tags' | 'entries' | 'otherNotes'>;
  readonly written: Pick<Annotation, 'colour' | 'note' | 'tags' | 'entries'>;
}

/** ms: 30 days. What was deleted can be brought back for so long. */
export const KEPT_IN_TRASH = 30 * 24 * 60 * 60 * 1000;

/** What the reader calls a colour; null: it has no meaning of its own. */
export type ColourNames = Readonly<Record<Colour, string | null>>;

/** What the reader can change of an annotation. */
export type AnnotationChange = Partial<
  Pick<Annotation, 'anchor' | 'paragraph' | 'page' | 'colour' | 'note' | 'tags' | 'entries' | 'otherNotes'>
>;

/** One change of one row, as sync, history and undo read it. */
export interface Change {
  /** Ascending. */
  readonly seq: number;
  /** ms since the epoch. */
  readonly at: number;
  readonly table: 'articles' | 'annotations' | 'ownEntries' | 'corrections';
  readonly rowId: string;
  /**
   * The fields that changed, with their values before and after. Null before: it was made. What is removed for good
   * keeps one record, without its texts: that it was removed.
   */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
}

/** Records that one act wrote, by their numbers, both ends included: enough to take it back. */
export interface RecordRange {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/**
 * Why the store did not do what it was asked; it then changed nothing. `full`: no room on the disk · `newer`: the
 * database was made by a newer version of the extension · `blocked`: another window with an older version holds it ·
 * `failed`: anything else.
 */
export type StoreFailureReason = 'full' | 'newer' | 'blocked' | 'failed';

/** The reader's word that a form is not this entry on this site; `entryId` is one of `UNLISTED_IDS` for what has no entry. */
export interface Exception {
  readonly id: string;
  readonly site: string;
  /** As folded for matching. */
  readonly form: string;
  readonly entryId: EntryId;
  /** ms since the epoch. */
  readonly createdAt: number;
  /** Set when it was undone; kept so that undoing can be undone. */
  readonly deletedAt: number | null;
}

/** Where one entry stands in one article. Counted from the stored text, and again whenever that or the reference changes. */
export interface Sighting {
  readonly of: FollowedKey;
  /** Under which forms, as folded, each once. */
  readonly forms: readonly string[];
  /** Four numbers a place, in the order of the text: paragraph, start and end in it (UTF-16 units), number of the form. */
  readonly places: readonly number[];
  /** Of officials: what the text states as office beside each place; absent where it states none at all. */
  readonly offices?: readonly (string | null)[];
}

/** Everything of the reference that stands in one article. */
export interface Sightings {
  readonly found: readonly Sighting[];
  /** Officials that stand in one list, in its order. */
  readonly lists: readonly (readonly FollowedKey[])[];
  /** Where the text is from, if that is known: a city or a province. */
  readonly place: string | null;
}

/**
 * An article that was opened while the reader had the log of reading switched on. Of its text only the sentences in
 * which something of the reference stood; `paragraph` in its places counts these.
 */
export interface Reading extends Sightings, Pick<ArticleFacts, 'title' | 'publishedAt' | 'source'> {
  readonly key: PageKey;
  readonly url: string;
  /** The host. */
  readonly site: string;
  /** ms since the epoch: when it was opened last. */
  readonly readAt: number;
  readonly sentences: readonly ReadSentence[];
}

export interface ReadSentence {
  readonly text: string;
  /** Which paragraph of the article it is of, from 0. */
  readonly paragraph: number;
}

/** Formats of files for annotations, in the order in which a list shows them. */
export const FORMAT_IDS = [
  'markdown',
  'markdown-each',
  'html',
  'docx',
  'csv',
  'xlsx',
  'w3c',
  'hypothesis',
  'readwise',
  'ris',
  'bibtex',
  'biblatex',
  'csl-json',
  'anki',
  'tmx',
  'tbx',
  'refi-qda',
  'json',
  'backup',
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** Why a file or one record of it is not taken; `words.files.faults` has a sentence for each. */
export type ImportFault =
  | 'not-ours'
  | 'unknown-format'
  | 'newer'
  | 'not-utf8'
  | 'not-json'
  | 'too-deep'
  | 'forbidden-key'
  | 'cut-off'
  | 'more-after-end'
  | 'altered'
  | 'counts'
  | 'too-large'
  | 'inflates'
  | 'damaged-archive'
  | 'too-many'
  | 'long-line'
  | 'empty'
  | 'columns'
  | 'invalid'
  | 'no-address'
  | 'no-article'
  | 'no-passage'
  | 'twice'
  | 'unknown-record';
