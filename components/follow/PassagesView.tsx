import type { FollowedKey } from '../../lib/model';
import { KWIC_ORDERS, type KwicLine } from '../../lib/track/kwic';
import { useWords } from '../words';
import { Exports } from './Exports';
import { OneOf } from './Filters';
import type { Table } from './FollowTable';
import { hrefOfLine } from './links';
import type { Look } from './look';

interface PassagesViewProps {
  readonly lines: readonly (KwicLine & { readonly of: FollowedKey })[];
  /** Places in all, and in how many articles. */
  readonly all: number;
  readonly articles: number;
  readonly look: Look;
  readonly nameOf: (key: FollowedKey) => string;
  readonly onLook: (look: Look) => void;
  readonly onMore: () => void;
}

/** Every place in its context, the keyword in the middle; each leads to the place in its article. */
export function PassagesView({ lines, all, articles, look, nameOf, onLook, onMore }: PassagesViewProps) {
  const words = useWords().follow;
  const table: Table = {
    head: [words.date, words.before, words.keyword, words.after, words.article, words.source, words.form],
    rows: lines.map(({ date, left, keyword, right, article, form }) => [
      { text: date ?? words.noDate },
      ...[left, keyword, right, article.title ?? '', article.source ?? '', form].map((text) => ({ text })),
    ]),
  };
  if (all === 0) return <p>{words.never}</p>;
  return (
    <section aria-labelledby="follow-passages">
      <div className="library-search follow-bar">
        <h2 id="follow-passages">{words.passages}</h2>
        <OneOf
          label={words.order}
          value={look.order}
          all={KWIC_ORDERS}
          names={words.orders}
          onChoose={(order) => onLook({ ...look, order })}
        />
      </div>
      <p role="status" className="soft">
        {words.passagesFound(lines.length, all, articles)}
      </p>
      <ol className="kwic">
        {lines.map((line) => (
          <li key={`${line.article.id} ${line.of} ${line.paragraph} ${line.start}`}>
            <a href={hrefOfLine(line)} {...(line.article.is === 'read' ? { target: '_blank', rel: 'noreferrer' } : {})}>
              <span className="kwic-line" lang="zh-CN">
                <span className="kwic-left">
                  <bdi>{line.left}</bdi>
                </span>
                <b>{line.keyword}</b>
                <span className="kwic-right">{line.right}</span>
              </span>
              <span className="kwic-about soft">
                <span>{line.date ?? words.noDate}</span>
                <span lang="zh-CN">{line.article.title ?? words.untitled}</span>
                {line.article.source !== null && <span lang="zh-CN">{line.article.source}</span>}
                {look.of.length > 1 && <span lang="zh-CN">{nameOf(line.of)}</span>}
                {line.article.is === 'read' && <span>{words.readOnly}</span>}
              </span>
            </a>
          </li>
        ))}
      </ol>
      {lines.length < all && (
        <button type="button" className="button" onClick={onMore}>
          {words.more}
        </button>
      )}
      <Exports of={`${look.of.map(nameOf).join('-')}-${words.passages}`} table={table} />
    </section>
  );
}
