import { useId, useState } from 'react';
import { CITATION_STYLES, type CitationStyle } from '../../lib/cite/citationStyle';
import type { FormatId } from '../../lib/model';
import { bytesInWords } from '../../lib/words/bytes';
import { Dialog } from '../shelf/Dialog';
import { useWords } from '../words';
import './exchange.css';
import { CITING, FORMAT_GROUPS } from './formatGroups';
import { TemplateEditor, type TemplatePreview } from './TemplateEditor';

export interface ExportChoice {
  readonly format: FormatId;
  readonly style: CitationStyle;
  /** Null: the one that comes with us. */
  readonly template: string | null;
}

export type ExportState =
  | { readonly is: 'choosing' }
  | { readonly is: 'writing'; readonly done: number; readonly total: number }
  | { readonly is: 'written'; readonly name: string; readonly size: number }
  | { readonly is: 'cancelled' }
  /** With the sentence to show. */
  | { readonly is: 'failed'; readonly why: string };

interface ExportDialogProps {
  /** Null: articles were chosen, with whatever notes they have. */
  readonly notes: number | null;
  readonly articles: number;
  readonly first: ExportChoice;
  readonly state: ExportState;
  readonly preview: TemplatePreview | null;
  /** What was chosen is other now: the preview is to follow. */
  readonly onChoice: (choice: ExportChoice) => void;
  readonly onExport: (choice: ExportChoice) => void;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

/** What is exported as what. */
export function ExportDialog(props: ExportDialogProps) {
  const { notes, articles, state, preview } = props;
  const words = useWords();
  const { exchange, files } = words;
  const [choice, setChoice] = useState(props.first);
  const { format, style, template } = choice;
  const name = useId();
  const styleId = useId();
  const choose = (change: Partial<ExportChoice>) => {
    const next = { ...choice, ...change };
    setChoice(next);
    props.onChoice(next);
  };
  const isMarkdown = format === 'markdown' || format === 'markdown-each';
  const isWriting = state.is === 'writing';
  const hasFaults = isMarkdown && preview?.is === 'faults';
  return (
    <Dialog label={exchange.title(notes, articles)} keepsOpen={isWriting} onClose={props.onClose}>
      <div className="exchange-export">
        <h2>{exchange.title(notes, articles)}</h2>
        <div className="exchange-body">
          <div role="radiogroup" aria-label={exchange.format} className="exchange-formats">
            {FORMAT_GROUPS.map(([group, formats]) => (
              <fieldset key={group} disabled={isWriting}>
                <legend>{exchange.groups[group]}</legend>
                {formats.map((each) => (
                  <label key={each} className="exchange-format">
                    <input
                      type="radio"
                      name={name}
                      checked={(format === 'markdown-each' ? 'markdown' : format) === each}
                      onChange={() => choose({ format: each })}
                    />
                    <span>
                      {files.formats[each][0]} <span className="soft">{files.formats[each][1]}</span>
                    </span>
                  </label>
                ))}
              </fieldset>
            ))}
          </div>
          <div className="exchange-options">
            {format === 'backup' && <p className="soft">{exchange.wholeLibrary}</p>}
            {isMarkdown && (
              <label className="exchange-check">
                <input
                  type="checkbox"
                  checked={format === 'markdown-each'}
                  disabled={isWriting}
                  onChange={({ target }) => choose({ format: target.checked ? 'markdown-each' : 'markdown' })}
                />
                {exchange.eachArticle}
              </label>
            )}
            {CITING.has(format) && (
              <p className="exchange-field">
                <label htmlFor={styleId}>{exchange.style}</label>
                <select
                  id={styleId}
                  value={style}
                  disabled={isWriting}
                  onChange={({ target }) => choose({ style: target.value as CitationStyle })}
                >
                  {CITATION_STYLES.map((each) => (
                    <option key={each} value={each}>
                      {words.cite.styles[each]}
                    </option>
                  ))}
                </select>
              </p>
            )}
            {isMarkdown && (
              <TemplateEditor template={template} preview={preview} onTemplate={(next) => choose({ template: next })} />
            )}
          </div>
        </div>
        <div className="exchange-foot">
          <div className="exchange-told">
            {isWriting && (
              <>
                <span role="status">{exchange.writing(state.done, state.total)}</span>
                <progress max={state.total || 1} value={state.done} aria-label={exchange.writingLabel} />
              </>
            )}
            {state.is === 'written' && <p role="status">{exchange.written(state.name, bytesInWords(state.size))}</p>}
            {state.is === 'cancelled' && <p role="status">{exchange.cancelled}</p>}
            {state.is === 'failed' && <p role="alert">{state.why}</p>}
          </div>
          {/* One button all the time, so that the focus stays. */}
          <button
            type="button"
            className={isWriting ? 'button' : 'button is-main'}
            disabled={hasFaults && !isWriting}
            onClick={() => (isWriting ? props.onCancel() : props.onExport(choice))}
          >
            {isWriting ? exchange.cancel : exchange.start}
          </button>
          <button type="button" className="button" disabled={isWriting} onClick={props.onClose}>
            {exchange.close}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
