import { useId, type ReactNode } from 'react';
import type { SavedArticleId } from '../../lib/model';
import { useWords } from '../words';
import './compare.css';

/** A saved article that can be chosen, or is. */
export interface ListedChoice {
  readonly id: SavedArticleId;
  readonly title: string | null;
  /** Source and date. */
  readonly about: string;
}

interface TextChooserProps {
  readonly name: string;
  readonly from: 'saved' | 'text';
  /** The field for a pasted text. */
  readonly field: ReactNode;
  readonly query: string;
  /** Null: they are being looked for. */
  readonly found: readonly ListedChoice[] | null;
  readonly chosen: ListedChoice | null;
  /** Moments at which the text of the chosen article was saved, the present one last, as they are written. */
  readonly versions: readonly string[];
  readonly version: number;
  readonly onFrom: (from: 'saved' | 'text') => void;
  readonly onQuery: (query: string) => void;
  readonly onChoose: (id: SavedArticleId | null) => void;
  readonly onVersion: (version: number) => void;
}

const FROM = ['saved', 'text'] as const;

/** One of two texts: a saved article, in one of its saved texts, or what is pasted or opened. */
export function TextChooser(props: TextChooserProps) {
  const words = useWords().compare;
  const id = useId();
  const { name, from, field, query, found, chosen } = props;
  return (
    <fieldset className="compare-side">
      <legend>{name}</legend>
      <div className="compare-from">
        {FROM.map((each) => (
          <label key={each}>
            <input type="radio" name={id} checked={from === each} onChange={() => props.onFrom(each)} />
            {words.from[each]}
          </label>
        ))}
      </div>
      {from === 'text' && field}
      {from === 'saved' && chosen !== null && <Chosen {...props} chosen={chosen} />}
      {from === 'saved' && chosen === null && (
        <>
          <label className="compare-find">
            <span className="soft">{words.find}</span>
            <input type="search" value={query} onChange={(event) => props.onQuery(event.target.value)} />
          </label>
          {found?.length === 0 && <p className="soft">{words.noArticles}</p>}
          <ul className="compare-found">
            {found?.map(({ id: article, title, about }) => (
              <li key={article}>
                <button type="button" onClick={() => props.onChoose(article)}>
                  <span lang="zh-CN">{title ?? words.untitled}</span> <span className="soft">{about}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </fieldset>
  );
}

function Chosen({
  chosen,
  versions,
  version,
  onChoose,
  onVersion,
}: TextChooserProps & { readonly chosen: ListedChoice }) {
  const words = useWords().compare;
  return (
    <>
      <p>
        <strong lang="zh-CN">{chosen.title ?? words.untitled}</strong> <span className="soft">{chosen.about}</span>
      </p>
      {versions.length > 1 && (
        <label className="compare-find">
          <span className="soft">{words.version}</span>
          <select value={version} onChange={(event) => onVersion(Number(event.target.value))}>
            {versions.map((moment, index) => (
              <option key={moment} value={index}>
                {index === versions.length - 1 ? `${words.versionNow} (${moment})` : moment}
              </option>
            ))}
          </select>
        </label>
      )}
      <p>
        <button type="button" className="button" onClick={() => onChoose(null)}>
          {words.other}
        </button>
      </p>
    </>
  );
}
