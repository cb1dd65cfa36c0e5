import { textState, type TextState } from '../../lib/identity/textState';
import { ownText } from '../../lib/identity/ownText';
import { pageNumberIn } from '../../lib/identity/pageKey';
import type { Annotation, Located, SavedArticle } from '../../lib/model';
import type { PageText } from '../../lib/page/pageText';
import { ownParagraphs } from './articleHere';

/** ms. A text that is the same after so long has come to rest; one that goes on changing is never compared. */
const REST = 800;
const SAME: TextState = { is: 'same' };

/** A reading of the page. */
interface Read {
  readonly url: string;
  readonly text: PageText;
}

interface Seen {
  readonly read: Read;
  readonly paragraphs: readonly string[];
}

/** The article's own text in a page, once it has come to rest, and how it stands to the saved one. */
export class TextOfArticle {
  private last: Read | null = null;
  private seen: Seen | null = null;
  private settled: Seen | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private compared: { readonly settled: Seen; readonly article: SavedArticle; readonly state: TextState } | null = null;

  /** `rested` is called each time the text has come to rest. */
  constructor(
    private readonly rested: () => void,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => clearTimeout(this.timer));
  }

  /** The page was read. */
  read(text: PageText): void {
    this.last = { url: document.URL, text };
    if (this.settled?.read.url !== this.last.url) this.settled = null;
    this.timer ??= setTimeout(() => this.look(), REST);
  }

  /** None without a saved text, before the page has come to rest, or on another page of several. */
  state(article: SavedArticle | null): TextState {
    const { settled, compared } = this;
    if (article === null || settled === null || pageNumberIn(article.url) !== pageNumberIn(settled.read.url))
      return SAME;
    if (compared?.settled === settled && compared.article.textSavedAt === article.textSavedAt) {
      if (compared.article.id === article.id) return compared.state;
    }
    const state = textState(ownText(article), settled.paragraphs);
    this.compared = { settled, article, state };
    return state;
  }

  private look(): void {
    this.timer = undefined;
    const { last, seen } = this;
    if (last === null) return;
    const now = seen?.read === last ? seen : { read: last, paragraphs: ownParagraphs(last.text.blocks) };
    this.seen = now;
    if (seen === null || !isSame(seen, now)) {
      this.timer = setTimeout(() => this.look(), REST);
    } else if (this.settled === null || !isSame(this.settled, now)) {
      this.settled = now;
      this.rested();
    }
  }
}

function isSame(one: Seen, other: Seen): boolean {
  const [a, b] = [one.paragraphs, other.paragraphs];
  return one.read.url === other.read.url && a.length === b.length && a.every((each, index) => each === b[index]);
}

/** Whether the paragraph of an annotation was edited: the one where it stands now, or, without a place, where it stood. */
export function isParagraphEdited(
  { paragraph }: Annotation,
  place: Exclude<Located, { state: 'orphan' }> | null,
  state: TextState,
  text: PageText,
): boolean {
  if (state.is !== 'edited') return false;
  if (place === null) {
    return state.edits.some((edit) => edit.is !== 'added' && paragraph !== null && paragraph.includes(edit.before));
  }
  const line = lineAround(text.text, place.start);
  return state.edits.some((edit) => edit.is === 'changed' && edit.now === line);
}

/** The line of a text that an offset stands in, without white space at its ends. */
function lineAround(text: string, at: number): string {
  const begin = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\u2029', at - 1)) + 1;
  return (text.slice(begin).split(/[\n\u2029]/, 1)[0] ?? '').trim();
}
