import { describe } from '../../lib/anchor/locate';
import { pageNumberIn } from '../../lib/identity/pageKey';
import { fingerprintsOf } from '../../lib/identity/fingerprint';
import type { PageRecord } from '../../lib/identity/pageRecord';
import type { TextState } from '../../lib/identity/textState';
import { askBackground, tellWatchers, type FromStore, type NotesOfPage, type Reprint } from '../../lib/messages';
import type { AnnotationId, ArticleDraft, ReprintChoice, SavedArticle, SavedArticleId } from '../../lib/model';
import type { PaintedNote } from '../../lib/page/notePaint';
import type { PageText } from '../../lib/page/pageText';
import { newId, write } from './asking';
import { canonicalAddress, ownParagraphs } from './articleHere';
import { Placed } from './placed';
import { TextOfArticle } from './textOfArticle';

interface ReprintPlaced {
  readonly reprint: Reprint;
  readonly placed: Placed;
}

interface Frame {
  readonly articleDraft: () => ArticleDraft;
  readonly refresh: () => Promise<void>;
  /** How the notes stand may have changed. */
  readonly tellStanding: () => void;
}

/** What is kept of the article of a frame: how its text stands to the saved one, and notes on the same text elsewhere. */
export class SavedHere {
  article: SavedArticle | null = null;
  private reprints: readonly ReprintPlaced[] = [];
  private readonly text: TextOfArticle;
  private own: { readonly text: PageText; readonly fingerprints: readonly string[] } | null = null;
  private told = 0;

  constructor(
    private readonly frame: Frame,
    signal: AbortSignal,
  ) {
    this.text = new TextOfArticle(() => this.tell(), signal);
  }

  /** How the page's text stands to the saved one. */
  get state(): TextState {
    return this.text.state(this.article);
  }

  /** The page was read. */
  read(text: PageText): void {
    this.text.read(text);
    this.reprints = this.reprints.map(({ reprint, placed }) => ({
      reprint,
      placed: placed.text.text === text.text ? placed.in(text) : new Placed(reprint.annotations, text),
    }));
  }

  /** Finds notes of reprints in the text, with pauses. */
  *find(reprints: readonly Reprint[], text: PageText): Generator<undefined, readonly ReprintPlaced[], undefined> {
    const found: ReprintPlaced[] = [];
    for (const reprint of reprints) {
      const before = this.reprints.find((each) => each.reprint.article.id === reprint.article.id);
      const placed = yield* (before?.placed ?? new Placed([], text)).find(reprint.annotations, text);
      found.push({ reprint, placed });
    }
    return found;
  }

  /** What the background answered for it, with its reprints as they were found; null: another page is here now. */
  take(stored: NotesOfPage | null, reprints: readonly ReprintPlaced[]): void {
    this.article = stored?.article ?? null;
    this.reprints = reprints;
    // What was told of another page counts no longer.
    if (stored !== null || this.told > 0) this.tell();
  }

  /** What the background is asked about the page with this text. */
  questionOn(text: PageText) {
    if (this.own?.text !== text) this.own = { text, fingerprints: fingerprintsOf(ownParagraphs(text.blocks)) };
    return { url: document.URL, canonical: canonicalAddress(), fingerprints: this.own.fingerprints };
  }

  record(): PageRecord {
    const { article } = this;
    return {
      article: article && { ...article, paragraphs: [], body: [], fingerprints: [] },
      paragraphs: article === null ? 0 : article.body.length || article.paragraphs.length,
      text: this.state,
      reprints: this.reprints.map(({ reprint: { article: elsewhere, choice }, placed }) => ({
        article: elsewhere,
        choice,
        notes: placed.list(),
      })),
    };
  }

  /** Notes of reprints that the reader wants to see here. */
  painted(): PaintedNote[] {
    return this.shown().flatMap(({ placed }) => placed.painted().map((note) => ({ ...note, isElsewhere: true })));
  }

  /** Those of them. */
  shown(): readonly ReprintPlaced[] {
    return this.reprints.filter(({ reprint }) => reprint.choice === 'shown');
  }

  get(id: AnnotationId): ReprintPlaced | null {
    return this.shown().find(({ placed }) => placed.get(id) !== null) ?? null;
  }

  /** The likest one with notes that stand here, about which the reader has not decided. */
  offered(): Reprint | null {
    const one = this.reprints.find(({ reprint, placed }) => reprint.choice === null && isHere(placed));
    return one?.reprint ?? null;
  }

  async choose(id: SavedArticleId, choice: ReprintChoice | null): Promise<FromStore<null>> {
    const answer = await ask(() => askBackground('chooseReprint', { url: document.URL, articleId: id, choice }));
    if (answer.is === 'done') await this.frame.refresh();
    return answer;
  }

  /** Makes those of its notes that stand here notes of this page; how many. */
  async copy(id: SavedArticleId): Promise<FromStore<number>> {
    const found = this.reprints.find(({ reprint }) => reprint.article.id === id);
    if (found === undefined) return { is: 'refused', why: 'not-there' };
    const { placed } = found;
    const article = this.frame.articleDraft();
    let count = 0;
    for (const annotation of placed.annotations) {
      const place = placed.placeOf(annotation.id);
      if (place === null && annotation.anchor !== null) continue;
      const { colour, note, tags, entries } = annotation;
      const here = place && {
        anchor: describe(placed.text.text, place),
        paragraph: placed.text.paragraphAt(place.start),
      };
      const { anchor, paragraph } = here ?? { anchor: null, paragraph: null };
      const made = { id: newId(), anchor, paragraph, page: pageNumberIn(document.URL), colour, note, tags, entries };
      const failure = await write('annotate', { article, annotation: made });
      if (failure !== null) return { is: 'failed', reason: failure };
      count++;
    }
    const chosen = await this.choose(id, 'copied');
    return chosen.is === 'done' ? { is: 'done', value: count } : chosen;
  }

  /** On the icon, and to whoever looks. */
  private tell(): void {
    const { state, article } = this;
    const count = state.is === 'edited' ? state.edits.length : 0;
    if (count !== this.told) {
      this.told = count;
      void askBackground('edited', { count, since: article?.textSavedAt ?? 0 }).catch(() => undefined);
    }
    void tellWatchers('notesFound', null);
    this.frame.tellStanding();
  }
}

function isHere(placed: Placed): boolean {
  return placed.annotations.some(({ id, anchor }) => anchor === null || placed.placeOf(id) !== null);
}

function ask<T>(question: () => Promise<FromStore<T>>): Promise<FromStore<T>> {
  return question().catch(() => ({ is: 'failed', reason: 'failed' }));
}
