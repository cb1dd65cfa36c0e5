import { FACETS, isUnconditional, NO_QUERY, type Period, type Query } from '../../lib/library/query';
import type { ColourNames, EntryId } from '../../lib/model';
import { useWords } from '../words';
import { useColon, useFacetLabels } from './labels';

interface ActiveFiltersProps {
  readonly query: Query;
  readonly colourNames: ColourNames;
  readonly nameOf: (id: EntryId) => string;
  readonly onQuery: (query: Query) => void;
}

const OPEN: Period = { from: null, to: null };

/** The conditions in force, each to be taken off by itself. Nothing when there are none. */
export function ActiveFilters({ query, colourNames, nameOf, onQuery }: ActiveFiltersProps) {
  const words = useWords();
  const labelOf = useFacetLabels(colourNames, nameOf);
  const colon = useColon();
  if (isUnconditional({ ...query, text: '' })) return null;
  const chips = FACETS.flatMap((facet) =>
    query[facet].map((value) => ({
      key: `${facet} ${value}`,
      label: facet === 'tags' ? `#${value}` : labelOf(facet, value),
      without: { ...query, [facet]: query[facet].filter((each) => each !== value) },
    })),
  );
  const periods = (['read', 'published'] as const).flatMap((name) => {
    const { from, to } = query[name];
    if (from === null && to === null) return [];
    const label = `${words.shelf[name]}${colon}${words.shelf.period(from, to)}`;
    return [{ key: name, label, without: { ...query, [name]: OPEN } }];
  });
  return (
    <div className="shelf-active" role="group" aria-label={words.shelf.inForce}>
      {[...chips, ...periods].map(({ key, label, without }) => (
        <button
          key={key}
          type="button"
          className="shelf-chip"
          aria-label={words.notes.takeOff(label)}
          onClick={() => onQuery(without)}
        >
          <span>{label}</span> <span aria-hidden>✕</span>
        </button>
      ))}
      <button
        type="button"
        className="shelf-link"
        onClick={() => onQuery({ ...NO_QUERY, text: query.text, sort: query.sort })}
      >
        {words.shelf.clear}
      </button>
    </div>
  );
}
