import type { Block, Run } from './blocks';
import { upwards } from './tree';

/** What the page shows, read once. */
export interface Collected {
  readonly blocks: readonly Block[];
  /** Blocks with Chinese text that are not displayed now but may be later (tabs). */
  readonly hidden: readonly Element[];
  /** Open shadow roots met on the way. */
  readonly shadowRoots: readonly ShadowRoot[];
  /** Custom elements without an open shadow root, which they may get at any time. */
  readonly bare: readonly Element[];
}

/** Elements whose text joins the text around them. All others part it, if their style does not say otherwise. */
const INLINE = new Set(
  (
    'A ABBR ACRONYM B BDI BDO BIG CITE DATA DEL DFN EM FONT I INS LABEL MARK NOBR Q RB RUBY S SMALL SPAN ' +
    'STRIKE STRONG SUB SUP TIME TT U VAR'
  ).split(' '),
);

/** Never read: no text of the article, or the reader's own (inputs, editors), or code. */
const SKIPPED = new Set(
  (
    'SCRIPT STYLE NOSCRIPT TEMPLATE TEXTAREA INPUT SELECT OPTION DATALIST BUTTON CODE KBD SAMP SVG MATH CANVAS ' +
    'AUDIO VIDEO IFRAME FRAME OBJECT EMBED RT RP RTC HEAD PROGRESS METER'
  ).split(' '),
);

/** Skipped elements that take room in the line: text on their two sides does not join. */
const IN_LINE_BOXES = new Set(
  'INPUT SELECT TEXTAREA BUTTON IFRAME OBJECT EMBED CANVAS VIDEO AUDIO CODE KBD SAMP'.split(' '),
);
/** Stands for such a box in the text of a block. */
const BOX = '\uFFFC';

/** What makes an editor of an element; every other value leaves it as its parent is. */
const EDITABLE = new Set(['', 'true', 'plaintext-only']);

const HAN = /[\u3400-\u9fff]/;
/** Nodes between two looks at the clock. */
const STRIDE = 200;

type Step = Node | typeof FLUSH;
const FLUSH = Symbol('end of a block');

/**
 * Reads the blocks of a document or a shadow root, in page order. Yields every now and then so that
 * the caller can let the page breathe.
 */
export function* collect(root: Document | ShadowRoot): Generator<undefined, Collected, undefined> {
  const blocks: Block[] = [];
  const hidden: Element[] = [];
  const shadowRoots: ShadowRoot[] = [];
  const bare: Element[] = [];
  const start = root instanceof Document ? bodyOf(root) : root;
  const steps: Step[] = start ? [start] : [];
  const elements: Element[] = [];
  let runs: Run[] = [];
  let text = '';
  let preformatted = 0;

  const flush = () => {
    const element = elements.at(-1);
    if (element !== undefined && HAN.test(text)) {
      const box = boxOf(element);
      if (!box.checkVisibility()) hidden.push(box);
      else if (!isFolded(element)) blocks.push({ element, text, runs });
    }
    runs = [];
    text = '';
  };

  for (let count = 1; steps.length > 0; count++) {
    if (count % STRIDE === 0) yield;
    const step = steps.pop()!;
    if (step === FLUSH) {
      flush();
      if (elements.pop()?.tagName === 'PRE') preformatted--;
      continue;
    }
    if (step.nodeType === Node.TEXT_NODE) {
      const node = step as Text;
      const data = node.data;
      if (data.length > 0) {
        runs.push({ node, start: text.length, length: data.length });
        text += preformatted > 0 ? data : data.replace(/[\t\n\f\r]/g, ' ');
      }
      continue;
    }
    if (step.nodeType === Node.DOCUMENT_FRAGMENT_NODE) {
      pushChildren(steps, step);
      continue;
    }
    if (step.nodeType !== Node.ELEMENT_NODE) continue;
    const element = step as Element;
    const name = element.tagName.toUpperCase();
    if (name === 'BR') {
      text += '\n';
      continue;
    }
    if (name === 'WBR') continue;
    if (SKIPPED.has(name) || isEditor(element) || isCode(element, name)) {
      if (IN_LINE_BOXES.has(name)) text += BOX;
      continue;
    }
    const shadow = element.shadowRoot;
    if (shadow !== null) shadowRoots.push(shadow);
    else if (name.includes('-')) bare.push(element);
    if (shadow === null && INLINE.has(name) && isInline(element)) {
      pushChildren(steps, element);
      continue;
    }
    flush();
    elements.push(element);
    if (name === 'PRE') preformatted++;
    steps.push(FLUSH);
    pushChildren(steps, element);
    if (shadow !== null) {
      steps.push(FLUSH);
      elements.push(element);
      pushChildren(steps, shadow);
    }
  }
  flush();
  return { blocks, hidden, shadowRoots, bare };
}

function pushChildren(steps: Step[], parent: Node): void {
  for (let child = parent.lastChild; child !== null; child = child.previousSibling) steps.push(child);
}

/** A whole document may be an editor. */
function bodyOf(document: Document): Element | null {
  return document.designMode === 'on' ? null : document.body;
}

/**
 * The element in whose box the text of a block is drawn: its own, or that of what is around it. Drawn means no
 * `display: none` on it or above it. Not `visibility`: WeChat shows its text that way, later.
 */
function boxOf(element: Element): Element {
  for (const each of upwards(element)) {
    if (each instanceof Element && getComputedStyle(each).display !== 'contents') return each;
  }
  return element;
}

/** The text of a closed `<details>` itself; what tells that it opens is its event, `toggle`. */
function isFolded(element: Element): boolean {
  return element instanceof HTMLDetailsElement && !element.open;
}

/** A `<span>` may be laid out as a block (menus, cards). */
function isInline(element: Element): boolean {
  const { display } = getComputedStyle(element);
  return display.startsWith('inline') || display.startsWith('ruby') || display === 'contents' || display === 'none';
}

function isEditor(element: Element): boolean {
  const editable = element.getAttribute('contenteditable');
  return (editable !== null && EDITABLE.has(editable.toLowerCase())) || element.getAttribute('role') === 'textbox';
}

/** `<pre>` is code when it says so; otherwise it is text with its own line breaks. */
function isCode(element: Element, name: string): boolean {
  return (
    name === 'PRE' &&
    (element.querySelector('code') !== null || /\b(code|hljs|highlight|prettyprint|language-)/.test(element.className))
  );
}
