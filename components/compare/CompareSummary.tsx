import type { Comparison } from '../../lib/compare/compared';
import type { TermChange } from '../../lib/compare/summary';
import type { EntryId } from '../../lib/model';
import { unlistedInKey } from '../../lib/reference/unlistedCard';
import { hrefOf } from '../library/route';
import { useWords } from '../words';

/** Rows of a table; of more, the text below and the exported file tell. */
const MOST = 200;

/** What came and went, before the text itself. */
export function CompareSummary({ comparison }: { readonly comparison: Comparison }) {
  const { compare: words, notes: noteWords } = useWords();
  const { summary, notes, nameOf } = comparison;
  return (
    <section aria-label={words.summary} className="compare-summary">
      <p>{words.counts(summary.counts)}</p>
      {summary.formulations.length > 0 && (
        <Table
          name={words.formulationsTitle}
          columns={[words.columns.what, words.columns.item, words.columns.before, words.columns.after]}
        >
          {summary.formulations.slice(0, MOST).map(({ is, key, a, b, wordings }) => (
            <tr key={`${is} ${key} ${wordings?.a} ${wordings?.b}`}>
              <td>{words.formulations[is]}</td>
              <th scope="row" lang="zh-CN">
                {unlistedInKey(key) === null ? (
                  <a href={hrefOf({ view: 'entry', id: key as EntryId })}>{nameOf(key)}</a>
                ) : (
                  nameOf(key)
                )}
              </th>
              <td>{wordings === null ? words.times(a) : <span lang="zh-CN">{wordings.a}</span>}</td>
              <td>{wordings === null ? words.times(b) : <span lang="zh-CN">{wordings.b}</span>}</td>
            </tr>
          ))}
        </Table>
      )}
      <Terms name={words.obligations} changes={summary.obligations} />
      <Terms name={words.figures} changes={summary.figures} />
      {notes.length > 0 && (
        <Table name={words.notesTitle} columns={[words.columns.what, words.columns.before, words.columns.after]}>
          {notes.slice(0, MOST).map(({ annotation, state, now }) => (
            <tr key={annotation.id}>
              <td>{words.noteStates[state]}</td>
              <td lang="zh-CN">
                {annotation.anchor?.quote ?? noteWords.onArticle}
                {annotation.note !== '' && <div className="soft">{annotation.note}</div>}
              </td>
              <td lang="zh-CN">{now}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

function Terms({ name, changes }: { readonly name: string; readonly changes: readonly TermChange[] }) {
  const { columns } = useWords().compare;
  if (changes.length === 0) return null;
  return (
    <Table name={name} columns={[columns.before, columns.after]}>
      {changes.slice(0, MOST).map((change) => (
        <tr
          key={`${change.sentenceA?.paragraph} ${change.sentenceA?.start} ${change.sentenceB?.paragraph} ${change.sentenceB?.start}`}
        >
          <Term words={change.a} sentence={change.sentenceA?.text ?? null} />
          <Term words={change.b} sentence={change.sentenceB?.text ?? null} />
        </tr>
      ))}
    </Table>
  );
}

function Term({ words, sentence }: { readonly words: readonly string[]; readonly sentence: string | null }) {
  return (
    <td lang="zh-CN">
      <strong>{words.join('、') || '—'}</strong>
      {sentence !== null && <div className="soft">{sentence}</div>}
    </td>
  );
}

interface TableProps {
  readonly name: string;
  readonly columns: readonly string[];
  readonly children: React.ReactNode;
}

function Table({ name, columns, children }: TableProps) {
  return (
    <>
      <h3>{name}</h3>
      <div className="compare-table">
        <table className="library-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </>
  );
}
