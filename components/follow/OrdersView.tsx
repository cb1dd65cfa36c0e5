import type { FollowedKey } from '../../lib/model';
import type { Orders } from '../../lib/track/orders';
import { useWords } from '../words';
import { Exports } from './Exports';
import { FollowTable, type Table } from './FollowTable';
import { toArticle } from './links';
import type { Look } from './look';

interface OrdersViewProps {
  readonly orders: Orders;
  readonly look: Look;
  readonly nameOf: (key: FollowedKey) => string;
}

/** Rows shown. */
const MOST_ROWS = 200;

/** In which order articles list officials. */
export function OrdersView({ orders: { lists, pairs }, look, nameOf }: OrdersViewProps) {
  const words = useWords().follow;
  const { items } = useWords().punctuation;
  const table: Table = {
    head: [words.date, words.list, words.article, words.source],
    rows: lists
      .slice(0, MOST_ROWS)
      .map(({ date, of, article }) => [
        { text: date ?? words.noDate },
        { text: of.map(nameOf).join(items), isChinese: true },
        { text: article.title ?? words.untitled, isChinese: true, href: toArticle(article) },
        { text: article.source ?? words.unknownSource },
      ]),
  };
  return (
    <section aria-labelledby="follow-orders">
      <h2 id="follow-orders">{words.views.orders}</h2>
      <p className="soft">{words.ordersHint}</p>
      {pairs.length > 0 && (
        <>
          <h3>{words.pairs}</h3>
          <ul>
            {pairs.flatMap(({ one, other, oneFirst, otherFirst }) => [
              <li key={`${one} ${other}`}>{words.pairFirst(nameOf(one), nameOf(other), oneFirst)}</li>,
              <li key={`${other} ${one}`}>{words.pairFirst(nameOf(other), nameOf(one), otherFirst)}</li>,
            ])}
          </ul>
        </>
      )}
      <p role="status">{lists.length === 0 ? words.noLists : words.listsFound(lists.length)}</p>
      {lists.length > 0 && (
        <>
          <FollowTable table={table} caption={words.views.orders} />
          <Exports of={`${look.of.map(nameOf).join('-')}-${words.views.orders}`} table={table} />
        </>
      )}
    </section>
  );
}
