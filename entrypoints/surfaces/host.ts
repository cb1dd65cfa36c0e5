import cardStyles from '../../components/card/card.css?inline';
import noteStyles from '../../components/notes/notes.css?inline';
import tokens from '../../components/tokens.css?inline';
import { upwards } from '../../lib/page/tree';
import { answerCopy } from './copy';
import surfaceStyles from './surfaces.css?inline';

const CONTROLS = 'button, summary, a';

/** The one element of ours in a page: a popover, so in the top layer, with a closed shadow root. */
export class Host {
  /** What holds card or message. */
  readonly frame = document.createElement('div');
  private readonly element = document.createElement('div');
  private readonly shadow = this.element.attachShadow({ mode: 'closed' });
  private pressed: Element | null = null;
  /** What has the focus, or had it when the page threw us out. */
  private lastFocus: HTMLElement | null = null;

  constructor() {
    this.element.popover = 'manual';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync([tokens, cardStyles, noteStyles, surfaceStyles].join('\n'));
    this.shadow.adoptedStyleSheets = [sheet];
    this.frame.className = 'frame';
    this.shadow.append(this.frame);
  }

  /** Puts it where it can be seen and reached from a node. */
  attach(near: Node): void {
    const home = homeOf(near);
    if (this.element.parentNode !== home) home.append(this.element);
    if (!this.element.matches(':popover-open')) this.element.showPopover();
    // The page may be zoomed by its style sheet; rectangles are told in px of the window.
    this.frame.style.zoom = String(1 / this.element.currentCSSZoom);
  }

  /** Back where it was, after the page threw it out; with the focus, unless something else took it. */
  attachAgain(): void {
    this.attach(document.documentElement);
    if (document.activeElement === document.body) this.lastFocus?.focus({ preventScroll: true });
  }

  detach(): void {
    this.lastFocus = null;
    this.element.remove();
  }

  /** Where it hangs in the page; null: nowhere. */
  get home(): Node | null {
    return this.element.parentNode;
  }

  get isConnected(): boolean {
    return this.element.isConnected;
  }

  /** False inside a dialog that the page has closed. */
  get isDrawn(): boolean {
    return this.element.checkVisibility();
  }

  is(node: Node): boolean {
    return node === this.element;
  }

  owns(event: Event): boolean {
    return this.isConnected && event.composedPath().includes(this.element);
  }

  hasFocus(): boolean {
    return this.isConnected && this.shadow.activeElement !== null;
  }

  /**
   * Whether an event is ours. A press on a control does not take the reader's selection away, one on text
   * may begin another; a click goes to the button it is meant for.
   */
  receive(event: Event): boolean {
    const isOurs = this.owns(event);
    if (isOurs) this.lastFocus = (this.shadow.activeElement as HTMLElement | null) ?? this.lastFocus;
    if (event.type === 'mousedown') {
      this.pressed = isOurs ? this.controlAt(event as MouseEvent) : null;
      if (!isOurs) this.lastFocus = null;
      if (this.pressed !== null) event.preventDefault();
      this.frame.classList.toggle('is-selecting', isOurs && this.pressed === null);
    }
    if (isOurs && event.type === 'click') this.click(event as MouseEvent);
    if (isOurs && (event.type === 'input' || event.type === 'keydown')) this.handOn(event);
    if (isOurs && event.type === 'copy') answerCopy(event as ClipboardEvent);
    return isOurs;
  }

  /**
   * To the field that has the focus. Bare events, since they are not composed and so never leave our root:
   * in Firefox a `KeyboardEvent` is, whatever one asks for.
   */
  private handOn(event: Event): void {
    const copy = new Event(event.type, { bubbles: true, cancelable: true });
    if (event instanceof KeyboardEvent) Object.assign(copy, keyOf(event));
    const wasTaken = this.shadow.activeElement?.dispatchEvent(copy) === false;
    if (wasTaken) event.preventDefault();
  }

  /** Links and summaries do their work without being told; `detail` is 0 for a click by key. */
  private click(event: MouseEvent): void {
    const control = event.detail === 0 ? this.shadow.activeElement : this.controlAt(event);
    if (!(control instanceof HTMLButtonElement) || (event.detail > 0 && control !== this.pressed)) return;
    control.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  }

  private controlAt({ clientX, clientY }: MouseEvent): Element | null {
    return this.shadow.elementFromPoint(clientX, clientY)?.closest(CONTROLS) ?? null;
  }
}

function keyOf(event: KeyboardEvent): Partial<KeyboardEvent> {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing, repeat } = event;
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing, repeat };
}

/**
 * Inside the page's own modal dialog, popover or fullscreen element when the node is: everything outside
 * a modal is inert, a press outside a popover closes it, and Chromium draws nothing outside fullscreen.
 */
function homeOf(node: Node): Element {
  for (const each of upwards(node)) {
    if (each instanceof Element && each.matches(':modal, :popover-open')) return each;
  }
  return document.documentElement;
}
