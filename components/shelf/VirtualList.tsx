import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';

/** How a press selects: only this one, this one too or no longer, all from the last one to this. */
export type SelectHow = 'toggle' | 'extend' | 'all' | 'none';

interface VirtualListProps {
  readonly label: string;
  /** What the rows answer: other rows begin at the top. */
  readonly asked: string;
  readonly count: number;
  /** px. All rows are as high, so that nothing moves while they come. */
  readonly rowHeight: number;
  /** -1: none. */
  readonly current: number;
  readonly isSelected: (index: number) => boolean;
  readonly children: (index: number) => ReactNode;
  readonly onCurrent: (index: number) => void;
  readonly onSelect: (index: number, how: SelectHow) => void;
  readonly onOpen: (index: number) => void;
  /** Keys that mean something for the row: `e`, Delete. True when it was one. */
  readonly onKey: (key: string, index: number) => boolean;
  /** The rows that are drawn. */
  readonly onShown: (first: number, last: number) => void;
  /** px from which it begins; told again when it ends. */
  readonly scrolledTo: { current: number };
}

/** Rows above and below the window that are drawn too. */
const OVERSCAN = 10;

/** A list of any length as a list box: one stop of Tab, arrows inside. Draws only what is in view. */
export function VirtualList(props: VirtualListProps) {
  const { count, rowHeight, current, onCurrent, onSelect, onShown, scrolledTo } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  // oxlint-disable-next-line react/incompatible-library -- nothing that it returns is memoised here
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    initialOffset: scrolledTo.current,
    onChange: ({ scrollOffset }) => {
      scrolledTo.current = scrollOffset ?? 0;
    },
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => onShown(first, last), [first, last, count, onShown]);
  const before = useRef(props.asked);
  useEffect(() => {
    if (before.current === props.asked) return;
    before.current = props.asked;
    virtualizer.scrollToOffset(0);
  }, [props.asked, virtualizer]);
  useEffect(() => {
    virtualizer.measure();
  }, [rowHeight, virtualizer]);

  const goTo = (index: number, isExtending: boolean) => {
    const to = Math.max(0, Math.min(count - 1, index));
    if (count === 0) return;
    onCurrent(to);
    if (isExtending) onSelect(to, 'extend');
    virtualizer.scrollToIndex(to);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.altKey || (event.target as Element) !== box.current) return;
    const { key, shiftKey } = event;
    if (event.ctrlKey || event.metaKey) {
      if (key.toLowerCase() !== 'a') return;
      event.preventDefault();
      return onSelect(Math.max(0, current), 'all');
    }
    const page = Math.max(1, Math.floor(box.current.clientHeight / rowHeight) - 1);
    const to = destination(key, current, count, page);
    if (to !== null) {
      event.preventDefault();
      return goTo(to, shiftKey);
    }
    if (key === 'Escape') return onSelect(Math.max(0, current), 'none');
    if (current < 0) return;
    if (key === 'Enter') {
      event.preventDefault();
      return props.onOpen(current);
    }
    if (key === ' ' || key === 'x') {
      event.preventDefault();
      return onSelect(current, 'toggle');
    }
    if (props.onKey(key, current)) event.preventDefault();
  };
  const press = (event: MouseEvent, index: number) => {
    onCurrent(index);
    const isOnBox = (event.target as Element).closest('[data-select]') !== null;
    if (event.shiftKey) return onSelect(index, 'extend');
    if (isOnBox || event.ctrlKey || event.metaKey) return onSelect(index, 'toggle');
    props.onOpen(index);
  };
  return (
    <div
      ref={box}
      className="shelf-list"
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-multiselectable
      aria-activedescendant={current >= first && current <= last ? `${id}-${current}` : undefined}
      onKeyDown={keys}
      onFocus={() => current < 0 && count > 0 && onCurrent(first)}
    >
      <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, start }) => (
          <div
            key={index}
            id={`${id}-${index}`}
            role="option"
            aria-selected={props.isSelected(index)}
            aria-setsize={count}
            aria-posinset={index + 1}
            className={index === current ? 'shelf-row is-current' : 'shelf-row'}
            style={{ height: rowHeight, transform: `translateY(${start}px)` }}
            onMouseDown={(event) => event.shiftKey && event.preventDefault()}
            onClick={(event) => press(event, index)}
          >
            {props.children(index)}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Where a key leads; null when it leads nowhere. */
function destination(key: string, current: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
    case 'J':
      return current + 1;
    case 'ArrowUp':
    case 'k':
    case 'K':
      return current - 1;
    case 'PageDown':
      return current + page;
    case 'PageUp':
      return current - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
