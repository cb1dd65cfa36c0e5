import type { AnnotationId, Colour, Language } from '../../lib/model';
import type { Piece } from '../../lib/page/blocks';
import type { Surface } from '../../lib/page/surface';
import { NOTE_COLOURS } from '../../lib/words/colours';
import { wordsOf } from '../../lib/words/words';
import badgeStyles from './badges.css?inline';
import type { Placed } from './placed';

/** A note to be told of in the margin. */
interface Badge {
  readonly id: AnnotationId;
  readonly colour: Colour;
  /** Where its passage begins. */
  readonly piece: Piece;
  readonly label: string;
}

/** CSS px. */
const SIZE = 22;
const SMALL = 14;
const GAP = 4;
/** UTF-16 units of a note in its label. */
const LABEL = 80;

/** Buttons in the margin beside passages with a note: what is painted cannot be tabbed to. One element in the page, with a closed root. */
export class Badges implements Surface {
  private readonly element = document.createElement('div');
  private readonly shadow = this.element.attachShadow({ mode: 'closed' });
  private buttons: ReadonlyMap<AnnotationId, HTMLButtonElement> = new Map();
  private badges: readonly Badge[] = [];
  private readonly resized = new ResizeObserver(() => this.place());

  constructor(private readonly open: (id: AnnotationId) => void) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(badgeStyles);
    this.shadow.adoptedStyleSheets = [sheet];
  }

  /** Buttons that are there stay: one of them may have the focus. */
  set(badges: readonly Badge[]): void {
    this.badges = badges;
    const before = this.buttons;
    this.buttons = new Map(badges.map(({ id }) => [id, before.get(id) ?? this.newButton()]));
    for (const [id, button] of before) if (!this.buttons.has(id)) button.remove();
    for (const { id, colour, label } of badges) {
      const button = this.buttons.get(id)!;
      Object.assign(button, { ariaLabel: label, title: label });
      button.style.setProperty('--colour', NOTE_COLOURS[colour]);
    }
    this.order();
    if (badges.length === 0) return this.clear();
    if (!this.element.isConnected) document.documentElement.append(this.element);
    this.resized.observe(document.documentElement);
    this.place();
  }

  private newButton(): HTMLButtonElement {
    return Object.assign(document.createElement('button'), { type: 'button' });
  }

  /** As the passages follow each other; a button that is moved loses the focus, so that only those in the wrong place are. */
  private order(): void {
    let next = this.shadow.firstChild;
    for (const button of this.buttons.values()) {
      if (button === next) next = next.nextSibling;
      else this.shadow.insertBefore(button, next);
    }
  }

  clear(): void {
    this.resized.disconnect();
    this.element.remove();
  }

  dismiss = () => false;
  owns = (event: Event) => this.element.isConnected && event.composedPath().includes(this.element);
  isHost = (node: Node) => node === this.element;
  hasFocus = () => this.element.isConnected && this.shadow.activeElement !== null;

  receive(event: Event): boolean {
    if (!this.owns(event)) return false;
    if (event.type === 'mousedown') event.preventDefault();
    if (event.type === 'click') this.click(event as MouseEvent);
    return true;
  }

  /** `detail` is 0 for a click by key. */
  private click({ detail, clientX, clientY }: MouseEvent): void {
    const button = detail === 0 ? this.shadow.activeElement : this.shadow.elementFromPoint(clientX, clientY);
    for (const [id, each] of this.buttons) if (each === button) this.open(id);
  }

  /** Beside the block of the passage, at the height of its first line; those at one height side by side. */
  private place(): void {
    const origin = this.element.getBoundingClientRect();
    const taken = new Map<number, number>();
    const places = this.badges.map(({ piece }) => placeOf(piece));
    [...this.buttons.values()].forEach(({ style, classList }, index) => {
      const place = places[index];
      style.display = place === null ? 'none' : '';
      if (!place) return;
      classList.toggle('is-small', place.isTight);
      const row = Math.round(place.y / SIZE);
      const before = taken.get(row) ?? 0;
      taken.set(row, before + 1);
      style.left = `${place.x - origin.left + before * (SIZE + 2)}px`;
      style.top = `${place.y - origin.top}px`;
    });
  }
}

/** One for each annotation with a note that stands in the text, in page order. */
export function badgesOf(placed: Placed, language: Language): Badge[] {
  const words = wordsOf(language).notes;
  const noted = placed.annotations.flatMap(({ id, note, colour }) => {
    const place = note === '' ? null : placed.placeOf(id);
    return place === null ? [] : [{ id, colour, note, at: place.start }];
  });
  return noted
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ id, colour, note }) => {
      const [piece] = placed.pieces(id);
      return piece === undefined ? [] : [{ id, colour, piece, label: words.badge(note.slice(0, LABEL)) }];
    });
}

/** CSS px of the viewport. */
interface BadgePlace {
  readonly x: number;
  readonly y: number;
  /** No margin beside the text has room: it is drawn small, in the gap above the line. */
  readonly isTight: boolean;
}

const BLOCKS = 'table, p, li, div, section, article';

/** Null when the passage is not drawn. A cell has text beside it, so that the margin of its table is taken. */
function placeOf({ node, start }: Piece): BadgePlace | null {
  if (!node.isConnected || start >= node.length) return null;
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, start + 1);
  const [line] = range.getClientRects();
  if (line === undefined) return null;
  const parent = node.parentElement;
  const block = parent?.closest('table') ?? parent?.closest(BLOCKS) ?? parent;
  const { left, right } = block?.getBoundingClientRect() ?? line;
  const y = line.top + (line.height - SIZE) / 2;
  const needed = SIZE + GAP;
  if (right + GAP + needed <= document.documentElement.clientWidth) return { x: right + GAP, y, isTight: false };
  if (left >= needed) return { x: left - needed, y, isTight: false };
  return { x: Math.max(0, line.left - SMALL / 2), y: line.top - SMALL * 0.7, isTight: true };
}
