import { useState } from 'react';
import { useWords } from '../words';

interface ListedRow {
  readonly is: 'article' | 'note';
  readonly text: string | null;
}

export interface PreviewProps {
  readonly preview: {
    readonly articles: { readonly added: number; readonly changed: number };
    readonly annotations: { readonly added: number; readonly changed: number; readonly skipped: number };
    readonly exceptions: number;
    readonly choices: number;
    readonly readings: number;
    /** Own entries, corrections and packs. */
    readonly reference: number;
    /** Settings that differ from those here. */
    readonly settings: number;
    readonly problems: number;
    /** Sentences about the first of them. */
    readonly sentences: readonly string[];
    readonly first: { readonly [How in 'added' | 'changed' | 'skipped']: readonly ListedRow[] };
  };
  readonly onImport: (withSettings: boolean) => void;
  readonly onCancel: () => void;
}

/** What importing would do. */
export function ImportPreview({ preview, onImport, onCancel }: PreviewProps) {
  const words = useWords().exchange;
  const { articles, annotations, exceptions, choices, readings, reference, settings, problems, sentences, first } =
    preview;
  const [withSettings, setWithSettings] = useState(true);
  const ofRows = articles.added + articles.changed + annotations.added + annotations.changed;
  const beside = exceptions + choices + readings + reference;
  const rows = ofRows + beside;
  const isNothing = rows === 0 && settings === 0;
  return (
    <section aria-label={words.preview} className="exchange-preview">
      <h2>{words.preview}</h2>
      {isNothing && (
        <p role="status">{problems > 0 && annotations.skipped === 0 ? words.nothingFit : words.nothingNew}</p>
      )}
      {problems > 0 && (
        <>
          <h3>{words.problems(problems)}</h3>
          <ul className="exchange-problems">
            {[...new Set(sentences)].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {problems > sentences.length && <p className="soft">{words.moreProblems(problems - sentences.length)}</p>}
        </>
      )}
      <dl className="exchange-counts">
        {(['added', 'changed'] as const).map(
          (how) =>
            articles[how] + annotations[how] > 0 && (
              <Count
                key={how}
                name={words.rows[how]}
                count={words.counts(articles[how], annotations[how])}
                first={first[how]}
                all={articles[how] + annotations[how]}
              />
            ),
        )}
        {annotations.skipped > 0 && (
          <Count
            name={words.rows.skipped}
            count={words.countsSkipped(annotations.skipped)}
            hint={words.skippedHint}
            first={first.skipped}
            all={annotations.skipped}
          />
        )}
        {beside > 0 && (
          <Count
            name={words.besideTitle}
            count={words.beside(exceptions, choices, readings, reference)}
            first={[]}
            all={0}
          />
        )}
      </dl>
      {settings > 0 && (
        <label className="exchange-check">
          <input type="checkbox" checked={withSettings} onChange={({ target }) => setWithSettings(target.checked)} />
          {words.settings(settings)}
        </label>
      )}
      <div className="exchange-acts">
        {!isNothing && (
          <button
            type="button"
            className="button is-main"
            disabled={rows === 0 && !withSettings}
            onClick={() => onImport(withSettings)}
          >
            {words.doImport}
          </button>
        )}
        <button type="button" className="button" onClick={onCancel}>
          {isNothing ? words.another : words.cancel}
        </button>
      </div>
    </section>
  );
}

interface CountProps {
  readonly name: string;
  readonly count: string;
  readonly hint?: string;
  readonly first: readonly ListedRow[];
  readonly all: number;
}

function Count({ name, count, hint, first, all }: CountProps) {
  const words = useWords().exchange;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {count}
        {hint !== undefined && <span className="soft"> {hint}</span>}
        {first.length > 0 && (
          <>
            <p className="soft exchange-first-of">{words.firstOf(first.length, all)}</p>
            <ul className="exchange-first">
              {first.map(({ is, text }, index) => (
                <li
                  // oxlint-disable-next-line react/no-array-index-key -- a list that never changes, and texts may be the same
                  key={index}
                  lang={text === null ? undefined : 'zh-CN'}
                  className={is === 'note' ? 'is-note' : undefined}
                >
                  {text ?? (is === 'note' ? words.onArticle : words.untitled)}
                </li>
              ))}
            </ul>
          </>
        )}
      </dd>
    </div>
  );
}
