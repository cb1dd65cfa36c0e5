import { isProse } from '../identity/edits';
import { NOT_READ, OVER } from './lines';

/** A stretch of the page that reads as one, as `lib/page` collects them. */
interface Paragraph {
  readonly element: Element;
  readonly text: string;
  readonly runs: readonly { readonly node: Text; readonly length: number }[];
}

/** Of the text of all sentences of a page, this share or more stands in the article's own container. */
const MOST_OF_IT = 0.6;
/** Of a paragraph's text, this share or more in links makes it a list of other articles. */
const MOSTLY_LINKS = 0.6;
const FURNITURE = `${NOT_READ}, [class*="foot" i], [id*="foot" i], [class*="copyright" i], [id*="copyright" i]`;

/**
 * Which paragraphs of a page are the article itself: those in the innermost element that holds most of what the page
 * says in sentences, up to where the article is over, without lists of links. Indexes, ascending.
 */
export function bodyOf(paragraphs: readonly Paragraph[]): number[] {
  const isFurniture = remembered((element) => element.matches(FURNITURE));
  const own = [...paragraphs.keys()].filter((index) => {
    const { element, runs } = paragraphs[index]!;
    return !isFurniture(element) && !isList(runs);
  });
  const container = containerOf(own.map((index) => paragraphs[index]!).filter(({ text }) => isProse(text)));
  const inside = own.filter((index) => container === null || container.contains(paragraphs[index]!.element));
  const over = inside.findIndex((index) => OVER.test(paragraphs[index]!.text));
  return over > 0 ? inside.slice(0, over) : inside;
}

/** Null when nothing is said in sentences. */
function containerOf(prose: readonly Paragraph[]): Element | null {
  const weights = new Map<Element, number>();
  let all = 0;
  for (const { element, text } of prose) {
    all += text.length;
    for (const each of ancestors(element)) weights.set(each, (weights.get(each) ?? 0) + text.length);
  }
  let container: Element | null = null;
  for (const [element, weight] of weights) {
    if (weight < all * MOST_OF_IT) continue;
    if (container === null || container.contains(element)) container = element;
  }
  // A single paragraph is no container of an article that may have others beside it.
  const isOnly = prose.some(({ element }) => element === container);
  return isOnly && container?.matches('p, li, td, span') === true ? container.parentElement : container;
}

/** Whether an element or one around it is such; each is asked once. */
function remembered(is: (element: Element) => boolean): (element: Element | null) => boolean {
  const known = new Map<Element, boolean>();
  const inSuch = (element: Element | null): boolean => {
    if (element === null) return false;
    const told = known.get(element) ?? (is(element) || inSuch(element.parentElement));
    known.set(element, told);
    return told;
  };
  return inSuch;
}

/** Of links to other articles. */
function isList(runs: Paragraph['runs']): boolean {
  const [all, linked] = runs.reduce(
    ([sum, links], { node, length }) => [sum + length, links + (node.parentElement?.closest('a[href]') ? length : 0)],
    [0, 0],
  );
  return linked > 0 && linked >= all * MOSTLY_LINKS;
}

function* ancestors(element: Element): Generator<Element> {
  for (let each: Element | null = element; each !== null; each = each.parentElement) yield each;
}
