import type { Day } from '../model';
import { daysIn } from '../text/dates';

/** UTF-16 units of text after a heading in which its date and its source stand. */
const AFTER = 400;
/** UTF-16 units of a line. Farther above a heading pages show today's date and other news. */
const LINE = 60;
const HEADINGS = 'h1, h2, h3, .detail-title, .art_tit';
const NOT_TEXT = 'script, style, noscript, textarea';

/** The element that shows the title of the article, else the first heading. */
export function headingOf(document: Document, title: string | null): Element | null {
  const headings = [...document.querySelectorAll(HEADINGS)];
  const shown = headings.find((each) => each.textContent.replace(/\s+/g, ' ').trim() === title);
  return shown ?? document.querySelector('h1') ?? headings[0] ?? null;
}

/** The date that stands nearest to a heading: on the line below it, on the line above, else farther below. */
export function dateBeside(heading: Element): Day | null {
  const below = daysIn(textAfter(heading)).next().value;
  if (below !== undefined && below.start < LINE) return below.day;
  const above = [...daysIn(textBefore(heading))].at(-1);
  return (above ?? below)?.day ?? null;
}

/** What is to be read after a heading, its nodes parted by spaces; `<time>` with the date that it states. */
export function textAfter(heading: Element): string {
  const nodes = nodesAround(heading);
  let text = '';
  for (let node = nodes.nextNode(); node !== null && text.length < AFTER; node = nodes.nextNode()) {
    if (!heading.contains(node)) text += `${textOf(node)} `;
  }
  return text.slice(0, AFTER);
}

function textBefore(heading: Element): string {
  const nodes = nodesAround(heading);
  let text = '';
  for (let node = nodes.previousNode(); node !== null && text.length < LINE; node = nodes.previousNode()) {
    text = `${textOf(node)} ${text}`;
  }
  return text.slice(-LINE);
}

/** Text and elements of the page, standing at the heading. */
function nodesAround(heading: Element): TreeWalker {
  const { ownerDocument } = heading;
  const walker = ownerDocument.createTreeWalker(ownerDocument.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, {
    acceptNode: (node) =>
      node instanceof Element && node.matches(NOT_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  });
  walker.currentNode = heading;
  return walker;
}

function textOf(node: Node): string {
  if (node instanceof Element) return node.matches('time[datetime]') ? node.getAttribute('datetime')! : '';
  return node.nodeValue!.trim();
}
