import type { FollowedKey } from '../../lib/model';
import type { Companions } from '../../lib/track/companions';
import { useWords } from '../words';
import { Exports } from './Exports';
import { FollowTable, type Table } from './FollowTable';
import { hrefOfLook } from './links';
import type { Look } from './look';

interface WithViewProps {
  readonly of: FollowedKey;
  readonly found: Companions;
  readonly look: Look;
  readonly nameOf: (key: FollowedKey) => string;
}

/** Rows shown. */
const MOST_ROWS = 100;

/** What stands together with one thing. */
export function WithView({ of, found, look, nameOf }: WithViewProps) {
  const words = useWords().follow;
  const name = nameOf(of);
  const { all, companions } = found;
  const table: Table = {
    head: [words.companion, `${words.together} / ${all}`, words.alone],
    rows: companions
      .slice(0, MOST_ROWS)
      .map((each) => [
        { text: nameOf(each.of), isChinese: true, href: hrefOfLook({ ...look, of: [of, each.of], view: 'time' }) },
        { text: words.ofAll(each.together, all), value: each.together },
        { text: each.all },
      ]),
  };
  return (
    <section aria-labelledby={`with-${of}`}>
      <h2 id={`with-${of}`}>{words.companionsOf(name, all, look.near)}</h2>
      {companions.length === 0 ? (
        <p>{words.noCompanions}</p>
      ) : (
        <>
          <FollowTable table={table} caption={words.companionsOf(name, all, look.near)} />
          <Exports of={`${name}-${words.views.with}`} table={table} />
        </>
      )}
    </section>
  );
}
