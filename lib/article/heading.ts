import type { Day } from '../model';
import { daysIn } from '../text/dates';
import { ELSEWHERE, ITEM } from './elements';

/** UTF-16 units of text around a heading in which its date and its source stand. */
const AROUND = 400;
/** UTF-16 units of a line. Farther away only what is called a date of publication, or has a time of day. */
const LINE = 60;
const HEADINGS = 'h1, h2, h3, .detail-title, .art_tit';
const TEXTS = 'div, p, td, h4, h5, strong';
const NOT_TEXT = `script, style, noscript, textarea, ${ELSEWHERE}`;

/** Before a date: nothing, or what says that it is one. A date in prose follows on a word. */
const BEGINS = /(?:^|[\s:|()》【】\]>,·/]|[间期于布])$/;
/** 成文日期, 施行日期 and the like are not the day of publication, nor is the reader's own. */
const OTHER_DAY =
  /(?:成文|生成|印发|生效|实施|施行|失效|废止|签署|有效|登记|更新|备案|截止|打印|访问|今天)[^\s:]{0,3}:?\s*(?:是\s*)?$/;
/** After a date: nothing, a time, a word of the line that it stands in. In prose a comma or a word follows. */
const ENDS =
  /^(?:\s|$|T?\d{1,2}:|[|()【[/·•第]|(?:星期|周)[一二三四五六日]|(?:来源|作者|编辑|责编|浏览|点击|字[体号]))/;
const PUBLISHED = /(?:发布|发表|刊发|时|上传|公开|刊登)(?:时间|日期|间|于)?\s*:?\s*$|(?:^|\s)(?:日期|时间)\s*:\s*$/;
const TIME = /^[T\s]*\d{1,2}:\d{2}/;

interface DateBeside {
  readonly day: Day;
  /** UTF-16 units from the heading. */
  readonly away: number;
  readonly isNamed: boolean;
}

/** The element that shows the title of the article, else the first heading. */
export function headingOf(document: Document, title: string | null): Element | null {
  const wanted = title?.replace(/\s+/g, '');
  const shows = (each: Element) => each.textContent.replace(/\s+/g, '') === wanted;
  const headings = [...document.querySelectorAll(HEADINGS)];
  // Not a few sites set the title as any other text.
  const leaves = () => [...document.querySelectorAll(TEXTS)].filter(({ childElementCount }) => childElementCount < 3);
  return headings.find(shows) ?? leaves().find(shows) ?? document.querySelector('h1') ?? headings[0] ?? null;
}

/** The date that stands nearest to a heading: on the line below it, on the line above, else called one farther away. */
export function dateBeside(heading: Element): Day | null {
  const below = [...datesIn(textAfter(heading), (start) => start)];
  const before = textBefore(heading);
  const above = [...datesIn(before, (_, end) => before.length - end)].toReversed();
  const isNear = ({ away }: DateBeside) => away < LINE;
  const isNamed = ({ isNamed: named }: DateBeside) => named;
  const found = below.find(isNear) ?? above.find(isNear) ?? below.find(isNamed) ?? above.find(isNamed);
  return found?.day ?? null;
}

function* datesIn(text: string, distance: (start: number, end: number) => number): Generator<DateBeside> {
  const folded = text.normalize('NFKC');
  for (const { day, start, end } of daysIn(text)) {
    const before = folded.slice(Math.max(0, start - 12), start);
    const after = folded.slice(end, end + 8);
    if (!BEGINS.test(before) || OTHER_DAY.test(before) || !ENDS.test(after)) continue;
    yield { day, away: distance(start, end), isNamed: PUBLISHED.test(before) || TIME.test(after) };
  }
}

/** What is to be read after a heading, its nodes parted by spaces; `<time>` with the date that it states. */
export function textAfter(heading: Element): string {
  const nodes = nodesAround(heading);
  let text = '';
  for (let node = nodes.nextNode(); node !== null && text.length < AROUND; node = nodes.nextNode()) {
    if (!heading.contains(node)) text += `${textOf(node)} `;
  }
  return text.slice(0, AROUND);
}

export function textBefore(heading: Element): string {
  const nodes = nodesAround(heading);
  let text = '';
  for (let node = nodes.previousNode(); node !== null && text.length < AROUND; node = nodes.previousNode()) {
    text = `${textOf(node)} ${text}`;
  }
  return text.slice(-AROUND);
}

/** Text and elements of the page, standing at the heading. Items with links lead to other articles. */
function nodesAround(heading: Element): TreeWalker {
  const { ownerDocument } = heading;
  const walker = ownerDocument.createTreeWalker(ownerDocument.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, {
    acceptNode: (node) =>
      node instanceof Element && (node.matches(NOT_TEXT) || (node.matches(ITEM) && !/来源/.test(node.textContent)))
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  });
  walker.currentNode = heading;
  return walker;
}

function textOf(node: Node): string {
  if (node instanceof Element) return node.matches('time[datetime]') ? node.getAttribute('datetime')! : '';
  return node.nodeValue!.trim();
}
