import type { FollowedKey } from '../../lib/model';
import type { BreakdownRow } from '../../lib/track/breakdown';
import { useWords } from '../words';
import { Exports } from './Exports';
import { FollowTable, type Table } from './FollowTable';
import { toPassages } from './links';
import type { Look } from './look';

interface WhereViewProps {
  readonly where: { readonly [By in 'source' | 'place' | 'site']: readonly BreakdownRow[] };
  readonly look: Look;
  readonly nameOf: (key: FollowedKey) => string;
}

/** Rows shown of each. */
const MOST_ROWS = 100;

/** In how many articles of each source, place and site something stands. */
export function WhereView({ where, look, nameOf }: WhereViewProps) {
  const words = useWords().follow;
  const names = look.of.map(nameOf);
  const tables = (['source', 'place', 'site'] as const).map((by) => [by, tableOf(by)] as const);
  return (
    <>
      {tables.map(([by, table]) => (
        <section key={by} aria-labelledby={`follow-${by}`}>
          <h2 id={`follow-${by}`}>{words[by]}</h2>
          <FollowTable table={table} caption={words[by]} />
          <Exports of={`${names.join('-')}-${words[by]}`} table={table} />
        </section>
      ))}
    </>
  );

  function tableOf(by: 'source' | 'place' | 'site'): Table {
    const unknown = { source: words.unknownSource, place: words.unknownPlace, site: '' }[by];
    return {
      head: [words[by], words.denominator, ...names.flatMap((name) => [name, `${name} · ${words.places}`])],
      rows: where[by].slice(0, MOST_ROWS).map(({ name, all, counts }) => [
        { text: name === '' ? unknown : name, isChinese: name !== '' },
        { text: all },
        ...counts.flatMap(({ articles, places }, number) => [
          articles === 0
            ? { text: words.ofAll(0, all), value: 0 }
            : {
                text: words.ofAll(articles, all),
                value: articles,
                href: toPassages(look, look.of[number]!, { [by]: name }),
              },
          { text: places },
        ]),
      ]),
    };
  }
}
