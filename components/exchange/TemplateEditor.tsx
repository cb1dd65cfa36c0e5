import { useId, useState } from 'react';
import { defaultTemplate } from '../../lib/words/template';
import { useLanguage, useWords } from '../words';

export type TemplatePreview =
  { readonly is: 'text'; readonly text: string } | { readonly is: 'faults'; readonly sentences: readonly string[] };

interface TemplateEditorProps {
  readonly template: string | null;
  /** Null: not there yet. */
  readonly preview: TemplatePreview | null;
  readonly onTemplate: (template: string | null) => void;
}

/** The template for Markdown, and the first article as it makes it. */
export function TemplateEditor({ template, preview, onTemplate }: TemplateEditorProps) {
  const words = useWords().exchange;
  const original = defaultTemplate(useLanguage());
  const id = useId();
  const hint = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="exchange-template" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.template}</summary>
      <label htmlFor={id} className="visually-hidden">
        {words.templateField}
      </label>
      <p id={hint} className="soft">
        {words.templateHint}
      </p>
      <textarea
        id={id}
        aria-describedby={hint}
        value={template ?? original}
        rows={10}
        spellCheck={false}
        onChange={({ target }) => onTemplate(target.value === original ? null : target.value)}
      />
      <button type="button" className="button" disabled={template === null} onClick={() => onTemplate(null)}>
        {words.templateReset}
      </button>
      {preview?.is === 'faults' && (
        <div role="alert" className="exchange-faults">
          <p>{words.templateFaults}</p>
          <ul>
            {preview.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {preview?.is === 'text' && (
        <section aria-label={words.templatePreview}>
          <h3>{words.templatePreview}</h3>
          <pre tabIndex={0}>{preview.text}</pre>
        </section>
      )}
    </details>
  );
}
