import { FilterPanel, type FilterPanelProps } from './FilterPanel';
import { useWords } from '../words';

interface FilterSideProps extends FilterPanelProps {
  /** Where there is no room beside the list, it lies over it when it is asked for. */
  readonly isOpen: boolean;
}

/** The conditions beside a list. */
export function FilterSide({ isOpen, ...panel }: FilterSideProps) {
  const words = useWords().shelf;
  return (
    <div className={isOpen ? 'shelf-side is-open' : 'shelf-side'} role="region" aria-label={words.filters} tabIndex={0}>
      <FilterPanel {...panel} />
    </div>
  );
}
