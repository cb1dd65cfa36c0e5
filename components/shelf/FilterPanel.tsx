import { memo, useId } from 'react';
import type { FacetCounts } from '../../lib/library/counts';
import type { Facet as FacetName, Period, Query } from '../../lib/library/query';
import type { Colour, ColourNames, Day, EntryId } from '../../lib/model';
import { partialDate } from '../../lib/text/dates';
import { NOTE_COLOURS } from '../../lib/words/colours';
import { useWords } from '../words';
import { Facet, type FacetValue } from './Facet';
import { useFacetLabels } from './labels';

export interface FilterPanelProps {
  readonly query: Query;
  /** Null until something was found. */
  readonly counts: FacetCounts | null;
  readonly colourNames: ColourNames;
  readonly nameOf: (id: EntryId) => string;
  readonly onChange: (change: Partial<Query>) => void;
}

/** The order in which the panel shows them. */
const SHOWN: readonly FacetName[] = ['kinds', 'colours', 'tags', 'entries', 'sources', 'sites', 'states'];

/** All conditions, each with what is left under it. */
export const FilterPanel = memo(function FilterPanel(props: FilterPanelProps) {
  const { query, counts, colourNames, nameOf, onChange } = props;
  const words = useWords().shelf;
  const labelOf = useFacetLabels(colourNames, nameOf);
  const valuesOf = (facet: FacetName): FacetValue[] =>
    (counts?.[facet] ?? [])
      .filter(({ count }) => facet !== 'states' || count > 0)
      .map((counted) => ({
        ...counted,
        label: labelOf(facet, counted.name),
        ...(facet === 'colours' ? { colour: NOTE_COLOURS[counted.name as Colour] } : {}),
      }));
  return (
    <div className="shelf-filters">
      {SHOWN.map((facet) => (
        <Facet
          key={facet}
          title={words.facets[facet]}
          values={valuesOf(facet)}
          chosen={query[facet]}
          onChoose={(chosen) => onChange({ [facet]: chosen })}
        />
      ))}
      <PeriodField title={words.read} period={query.read} onPeriod={(read) => onChange({ read })} />
      <PeriodField title={words.published} period={query.published} onPeriod={(published) => onChange({ published })} />
    </div>
  );
});

interface PeriodFieldProps {
  readonly title: string;
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
}

function PeriodField({ title, period, onPeriod }: PeriodFieldProps) {
  const words = useWords().shelf;
  const id = useId();
  const dayOf = (value: string): Day | null => (partialDate(value) === null ? null : (value as Day));
  return (
    <fieldset className="shelf-facet shelf-period">
      <legend>{title}</legend>
      {(['from', 'to'] as const).map((end) => (
        <span key={end}>
          <label htmlFor={`${id}-${end}`} className="soft">
            {words[end]}
          </label>
          <input
            id={`${id}-${end}`}
            type="date"
            value={period[end] ?? ''}
            onChange={({ target }) => onPeriod({ ...period, [end]: dayOf(target.value) })}
          />
        </span>
      ))}
    </fieldset>
  );
}
