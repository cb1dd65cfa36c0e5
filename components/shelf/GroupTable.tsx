import { useState } from 'react';
import type { Group } from '../../lib/library/groups';
import { NO_QUERY } from '../../lib/library/query';
import type { EntryId } from '../../lib/model';
import { FIRST_LOOK } from '../follow/look';
import { hrefOf } from '../library/route';
import { useWords } from '../words';

interface GroupTableProps {
  readonly of: 'tags' | 'people' | 'formulations';
  readonly groups: readonly Group[];
  readonly nameOf: (id: EntryId) => string;
}

/** Rows shown before "more". */
const PAGE = 100;

/** Tags or entries with how much the library has of each; the name leads there. */
export function GroupTable({ of, groups, nameOf }: GroupTableProps) {
  const words = useWords();
  const { shelf } = words;
  const [pages, setPages] = useState(1);
  const shown = groups.slice(0, pages * PAGE);
  const queryOf = (name: string) =>
    of === 'tags' ? { ...NO_QUERY, tags: [name] } : { ...NO_QUERY, entries: [name as EntryId] };
  if (groups.length === 0) return <p className="shelf-empty">{shelf.noGroups}</p>;
  return (
    <div className="shelf-groups">
      <table className="library-table">
        <thead>
          <tr>
            <th scope="col">{shelf.name}</th>
            <th scope="col">{shelf.notes}</th>
            <th scope="col">{shelf.articles}</th>
            <th scope="col">{shelf.last}</th>
            {of !== 'tags' && (
              <th scope="col">
                <span className="visually-hidden">{shelf.toEntry}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ name, notes, articles, last }) => (
            <tr key={name}>
              <th scope="row" lang="zh-CN">
                <a href={hrefOf({ view: 'notes', query: queryOf(name) })}>
                  {of === 'tags' ? `#${name}` : nameOf(name as EntryId)}
                </a>
              </th>
              <td>{notes}</td>
              <td>
                <a href={hrefOf({ view: 'articles', query: queryOf(name) })}>{articles}</a>
              </td>
              <td className="soft">{last}</td>
              {of !== 'tags' && (
                <td>
                  <a href={hrefOf({ view: 'entry', id: name as EntryId })}>
                    {shelf.toEntry}
                    <span className="visually-hidden"> {nameOf(name as EntryId)}</span>
                  </a>{' '}
                  <a href={hrefOf({ view: 'follow', look: { ...FIRST_LOOK, of: [name as EntryId] } })}>
                    {words.follow.link}
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
    </div>
  );
}
