import { useState, type ReactNode } from 'react';
import type { Group, Grouping } from '../../lib/library/groups';
import type { Query } from '../../lib/library/query';
import type { EntryId } from '../../lib/model';
import { hrefOf } from '../library/route';
import { useWords } from '../words';

interface GroupTableProps {
  readonly of: Grouping;
  readonly groups: readonly Group[];
  /** The conditions under which they were counted: the lists that a row leads to have them too. */
  readonly query: Query;
  readonly nameOf: (id: EntryId) => string;
  /** Null: groups of this kind are only looked at. */
  readonly tagging: {
    readonly chosen: ReadonlySet<string>;
    readonly onChoose: (tag: string, isChosen: boolean) => void;
    readonly onRename: (tag: string) => void;
  } | null;
}

/** Rows shown before "more". */
const PAGE = 100;

/** Groups with how much the library has of each; the name leads there. */
export function GroupTable({ of, groups, query, nameOf, tagging }: GroupTableProps) {
  const words = useWords();
  const { shelf } = words;
  const [pages, setPages] = useState(1);
  const shown = groups.slice(0, pages * PAGE);
  const isOfEntries = of === 'people' || of === 'formulations';
  // Of articles the days of reading are those on which they were saved: another question.
  const hasArticles = query.read.from === null && query.read.to === null;
  const queryOf = (name: string): Query => ({ ...query, text: '', ...conditionOf(of, name, query) });
  const labelOf = (name: string): string => {
    if (of === 'tags') return `#${name}`;
    if (of === 'sources') return name === '' ? shelf.noSource : name;
    return nameOf(name as EntryId);
  };
  if (groups.length === 0) return <p className="shelf-empty">{shelf.noGroups}</p>;
  return (
    <>
      <table className="library-table">
        <thead>
          <tr>
            {tagging !== null && <Head>{shelf.selection}</Head>}
            <th scope="col">{shelf.name}</th>
            <th scope="col">{shelf.notes}</th>
            <th scope="col">{shelf.articles}</th>
            <th scope="col">{shelf.last}</th>
            {tagging !== null && <Head>{shelf.rename}</Head>}
            {isOfEntries && <Head>{shelf.toEntry}</Head>}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ name, notes, articles, last }) => (
            <tr key={name}>
              {tagging !== null && (
                <td className="shelf-choose">
                  <input
                    type="checkbox"
                    aria-label={shelf.chooseTag(name)}
                    checked={tagging.chosen.has(name)}
                    onChange={({ target }) => tagging.onChoose(name, target.checked)}
                  />
                </td>
              )}
              <th scope="row" lang="zh-CN">
                <a href={hrefOf({ view: 'notes', query: queryOf(name) })}>{labelOf(name)}</a>
              </th>
              <td>{notes}</td>
              <td>
                {hasArticles ? <a href={hrefOf({ view: 'articles', query: queryOf(name) })}>{articles}</a> : articles}
              </td>
              <td className="soft">{last}</td>
              {tagging !== null && (
                <td>
                  <button
                    type="button"
                    className="shelf-link"
                    aria-label={shelf.renameTag(name)}
                    onClick={() => tagging.onRename(name)}
                  >
                    {shelf.rename}
                  </button>
                </td>
              )}
              {isOfEntries && (
                <td>
                  <a href={hrefOf({ view: 'entry', id: name as EntryId })}>
                    {shelf.toEntry}
                    <span className="visually-hidden"> {nameOf(name as EntryId)}</span>
                  </a>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < groups.length && (
        <button type="button" className="button" onClick={() => setPages(pages + 1)}>
          {words.card.more(Math.min(PAGE, groups.length - shown.length))}
        </button>
      )}
    </>
  );
}

/** The head of a column that needs none for the eye. */
function Head({ children }: { readonly children: ReactNode }) {
  return (
    <th scope="col">
      <span className="visually-hidden">{children}</span>
    </th>
  );
}

/** What a group adds to the conditions: one more where all have to be there, the only one where one will do. */
function conditionOf(of: Grouping, name: string, { tags, entries }: Query): Partial<Query> {
  if (of === 'tags') return { tags: [...new Set([...tags, name])] };
  if (of === 'sources') return { sources: [name] };
  return { entries: [...new Set([...entries, name as EntryId])] };
}
