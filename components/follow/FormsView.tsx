import type { FollowedKey } from '../../lib/model';
import type { FormRow } from '../../lib/track/forms';
import { useWords } from '../words';
import { Exports } from './Exports';
import { FollowTable, type Table } from './FollowTable';

interface FormsViewProps {
  readonly of: FollowedKey;
  readonly name: string;
  readonly rows: readonly FormRow[];
  /** Articles that are counted. */
  readonly all: number;
}

/** The forms of one thing beside each other. */
export function FormsView({ of, name, rows, all }: FormsViewProps) {
  const words = useWords().follow;
  const table: Table = {
    head: [words.form, `${words.articles} / ${all}`, words.places, words.first, words.last],
    rows: rows.map(({ form, articles, places, first, last }) => [
      { text: form, isChinese: true },
      { text: words.ofAll(articles, all), value: articles },
      { text: places },
      { text: first ?? words.noDate },
      { text: last ?? words.noDate },
    ]),
  };
  return (
    <section aria-labelledby={`forms-${of}`}>
      <h2 id={`forms-${of}`} lang="zh-CN">
        {name}
      </h2>
      {rows.length === 0 ? (
        <p>{words.never}</p>
      ) : (
        <>
          <FollowTable table={table} caption={`${words.views.forms}: ${name}`} />
          <Exports of={`${name}-${words.views.forms}`} table={table} />
        </>
      )}
    </section>
  );
}
