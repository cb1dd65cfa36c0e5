import type { ReactNode } from 'react';

/** A cell: what it says, and how it is shown if otherwise. */
export interface Cell {
  readonly text: string | number;
  /** In a file, where `3 / 20` would be taken for a day of March; its denominator stands in the head or in a column. */
  readonly value?: number;
  readonly href?: string;
  readonly label?: string;
  readonly isChinese?: boolean;
}

/** What is shown as a table, and exported as CSV. The first cell of a row names it. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export function FollowTable({ table, caption }: { readonly table: Table; readonly caption?: string }) {
  return (
    <div className="follow-scroll" tabIndex={0} role="group" aria-label={caption ?? table.head[0]}>
      <table className="library-table">
        <thead>
          <tr>
            {table.head.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, number) => (
            // eslint-disable-next-line react/no-array-index-key -- rows have no other name
            <tr key={number}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={table.head[column]} scope="row" lang={cell.isChinese ? 'zh-CN' : undefined}>
                    {shown(cell)}
                  </th>
                ) : (
                  <td key={table.head[column]} lang={cell.isChinese ? 'zh-CN' : undefined}>
                    {shown(cell)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shown({ text, href, label }: Cell): ReactNode {
  return href === undefined ? (
    text
  ) : (
    <a href={href} aria-label={label}>
      {text}
    </a>
  );
}
