import { useId, type KeyboardEvent, type ReactNode } from 'react';

export interface Tab {
  readonly name: string;
  /** How much there is in it; null: not known. */
  readonly count: number | null;
  readonly content: ReactNode;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly open: number;
  readonly onOpen: (index: number) => void;
}

/** Rooms of which one shows; the arrow keys go from one to the next. */
export function Tabs({ label, tabs, open, onOpen }: TabsProps) {
  const id = useId();
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const next = (open + by + tabs.length) % tabs.length;
    onOpen(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <>
      <div className="panel-tabs" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map(({ name, count }, index) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-tab-${index}`}
            aria-selected={index === open}
            aria-controls={`${id}-panel`}
            tabIndex={index === open ? 0 : -1}
            onClick={() => onOpen(index)}
          >
            {name}
            {count !== null && count > 0 && <span className="soft"> {count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${open}`}>
        {tabs[open]!.content}
      </div>
    </>
  );
}
