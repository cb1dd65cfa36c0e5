import { useState } from 'react';
import type { Day, FollowedKey } from '../../lib/model';
import type { ComparedRow, Comparison, Period } from '../../lib/track/comparison';
import { useWords } from '../words';
import { Exports } from './Exports';
import { DayField, OneOf } from './Filters';
import { FollowTable, type Table } from './FollowTable';
import { hrefOfLook, toPassages } from './links';
import type { Look } from './look';

interface ChangesViewProps {
  readonly compared: Comparison;
  readonly look: Look;
  readonly nameOf: (key: FollowedKey) => string;
  readonly onLook: (look: Look) => void;
}

const SHOWN = ['new', 'vanished', 'both'] as const;
/** Rows shown. */
const MOST_ROWS = 200;

/** What stands in the articles of one period and not in those of the other. */
export function ChangesView({ compared, look, nameOf, onLook }: ChangesViewProps) {
  const words = useWords().follow;
  const [chosen, setShown] = useState<ComparedRow['is'] | null>(null);
  const { earlier, later, ofEarlier, ofLater, rows } = compared;
  const shown = chosen ?? SHOWN.find((each) => rows.some(({ is }) => is === each)) ?? 'new';
  const names = { new: words.appears, vanished: words.vanishes, both: words.bothTimes };
  const those = rows.filter(({ is }) => is === shown);
  const cell = (of: FollowedKey, count: ComparedRow['earlier'], all: number, period: Period) =>
    count.articles === 0
      ? { text: words.ofAll(0, all), value: 0 }
      : { text: words.ofAll(count.articles, all), value: count.articles, href: toPassages(look, of, period) };
  const table: Table = {
    head: [words.companion, `${words.earlier} / ${ofEarlier}`, `${words.later} / ${ofLater}`, words.places],
    rows: those
      .slice(0, MOST_ROWS)
      .map(({ of, earlier: was, later: is }) => [
        { text: nameOf(of), isChinese: true, href: hrefOfLook({ ...look, of: [of], view: 'time' }) },
        cell(of, was, ofEarlier, earlier),
        cell(of, is, ofLater, later),
        { text: `${was.places} → ${is.places}` },
      ]),
  };
  return (
    <section aria-labelledby="follow-changes">
      <h2 id="follow-changes">{words.views.changes}</h2>
      <div className="library-search">
        <Fields
          name={words.earlier}
          period={earlier}
          onPeriod={(period) => onLook({ ...look, earlier: period, later })}
        />
        <Fields name={words.later} period={later} onPeriod={(period) => onLook({ ...look, earlier, later: period })} />
        <OneOf label={words.show} value={shown} all={SHOWN} names={names} onChoose={setShown} />
      </div>
      <p role="status" className="soft">
        {words.comparedIn(ofEarlier, ofLater)} {names[shown]}: {those.length}
      </p>
      {those.length > 0 && <FollowTable table={table} caption={words.views.changes} />}
      <Exports of={`${words.views.changes}-${names[shown]}`} table={table} />
    </section>
  );
}

interface FieldsProps {
  readonly name: string;
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
}

/** A period whose ends do not change places: the other end goes along. */
function Fields({ name, period: { from, to }, onPeriod }: FieldsProps) {
  const words = useWords().follow;
  const take = (day: Day | null, make: (day: Day) => Period) => day !== null && onPeriod(make(day));
  return (
    <>
      <DayField
        label={`${name} · ${words.from}`}
        value={from}
        onDay={(day) => take(day, (first) => ({ from: first, to: to < first ? first : to }))}
      />
      <DayField
        label={`${name} · ${words.to}`}
        value={to}
        onDay={(day) => take(day, (last) => ({ from: from > last ? last : from, to: last }))}
      />
    </>
  );
}
