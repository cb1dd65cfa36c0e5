import { useId, useRef, useState } from 'react';
import { useLanguage, useWords } from '../words';
import './texts.css';

interface TextFieldProps {
  readonly label: string;
  readonly text: string;
  /** What is to be known of the text: how it was opened, why not. */
  readonly told: { readonly is: 'note' | 'fault'; readonly sentences: readonly string[] } | null;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
}

/** A text that is pasted, typed, or opened from a file. */
export function TextField({ label, text, told, onText, onFile }: TextFieldProps) {
  const words = useWords().texts;
  const language = useLanguage();
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={isOver ? 'text-field is-over' : 'text-field'}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file === undefined) return;
        event.preventDefault();
        onFile(file);
      }}
    >
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        lang="zh-CN"
        value={text}
        placeholder={words.paste}
        aria-describedby={`${id}-formats`}
        spellCheck={false}
        rows={12}
        onChange={(event) => onText(event.target.value)}
      />
      <div className="text-acts">
        <button type="button" className="button" onClick={() => picker.current?.click()}>
          {words.open}
        </button>
        <input
          ref={picker}
          className="visually-hidden"
          type="file"
          tabIndex={-1}
          aria-label={words.open}
          accept=".txt,.md,.markdown,.docx,text/plain,text/markdown"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file !== undefined) onFile(file);
            event.target.value = '';
          }}
        />
        <span className="soft">{words.characters(text.length.toLocaleString(language))}</span>
      </div>
      <p className="soft" id={`${id}-formats`}>
        {words.formats} {words.drop}
      </p>
      <div role={told?.is === 'fault' ? 'alert' : 'status'} className={told?.is === 'fault' ? 'text-fault' : 'soft'}>
        {told?.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </div>
  );
}
