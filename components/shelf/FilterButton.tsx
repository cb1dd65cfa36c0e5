import { useWords } from '../words';

interface FilterButtonProps {
  /** Conditions in force. */
  readonly count: number;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** Shows the conditions where they do not stand beside the list. */
export function FilterButton({ count, isOpen, onOpen }: FilterButtonProps) {
  const words = useWords().shelf;
  return (
    <button type="button" className="button shelf-filter-button" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
      {words.filtersCount(count)}
    </button>
  );
}
