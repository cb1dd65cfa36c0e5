import { useId } from 'react';
import type { Day } from '../../lib/model';
import { fullDate } from '../../lib/text/dates';
import { BIN_SIZES } from '../../lib/track/bins';
import { Choice } from '../library/Choice';
import { useColon } from '../shelf/labels';
import { useWords } from '../words';
import { MEASURES, type Look } from './look';

interface FiltersProps {
  readonly look: Look;
  readonly sources: readonly string[];
  readonly places: readonly string[];
  /** Whether anything was only read. */
  readonly hasRead: boolean;
  readonly onLook: (look: Look) => void;
}

/** Which articles, and how they are counted. */
export function Filters({ look, sources, places, hasRead, onLook }: FiltersProps) {
  const words = useWords().follow;
  const colon = useColon();
  const { scope, view } = look;
  const change = (part: Partial<Look['scope']>) => onLook({ ...look, scope: { ...scope, ...part } });
  return (
    <div className="library-search follow-filters">
      <DayField
        label={`${words.period}${colon}${words.from.toLowerCase()}`}
        value={scope.from}
        onDay={(from) => change({ from })}
      />
      <DayField label={words.to} value={scope.to} onDay={(to) => change({ to })} />
      <Choice
        label={words.source}
        value={scope.source}
        choices={withChosen(sources, scope.source).map((each) => [each, each === '' ? words.unknownSource : each])}
        onChoose={(source) => change({ source })}
      />
      <Choice
        label={words.place}
        value={scope.place}
        choices={withChosen(places, scope.place).map((each) => [each, each === '' ? words.unknownPlace : each])}
        onChoose={(place) => change({ place })}
      />
      {(hasRead || scope.is !== null) && (
        <Choice
          label={words.kept}
          value={scope.is}
          choices={[
            ['saved', words.keptChoices.saved],
            ['read', words.keptChoices.read],
          ]}
          onChoose={(is) => change({ is })}
        />
      )}
      {view === 'time' && (
        <>
          <OneOf
            label={words.by}
            value={look.by}
            all={BIN_SIZES}
            names={words.bins}
            onChoose={(by) => onLook({ ...look, by })}
          />
          <OneOf
            label={words.measure}
            value={look.measure}
            all={MEASURES}
            names={words.measures}
            onChoose={(measure) => onLook({ ...look, measure })}
          />
        </>
      )}
    </div>
  );
}

/** What was chosen is named even where no article has it. */
function withChosen(all: readonly string[], chosen: string | null): readonly string[] {
  return chosen === null || all.includes(chosen) ? all : [chosen, ...all];
}

export function DayField({
  label,
  value,
  onDay,
}: {
  readonly label: string;
  readonly value: Day | null;
  readonly onDay: (day: Day | null) => void;
}) {
  return (
    <label className="library-choice">
      <span className="soft">{label}</span>
      <input type="date" value={value ?? ''} onChange={({ target }) => onDay(fullDate(target.value))} />
    </label>
  );
}

interface OneOfProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly all: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly onChoose: (value: T) => void;
}

/** One of some, never none. */
export function OneOf<T extends string>({ label, value, all, names, onChoose }: OneOfProps<T>) {
  const id = useId();
  return (
    <span className="library-choice">
      <label className="soft" htmlFor={id}>
        {label}
      </label>
      <select id={id} value={value} onChange={({ target }) => onChoose(all.find((each) => each === target.value)!)}>
        {all.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </select>
    </span>
  );
}
