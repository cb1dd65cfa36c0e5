import { useEffect, useId, useRef, type FormEvent } from 'react';
import type { Entry } from '../../lib/model';
import { correctionFor, type WrittenCorrection } from '../../lib/packs/correctForm';
import { useWords } from '../words';
import './packs.css';

interface CorrectFormProps {
  readonly entry: Entry;
  /** A sentence about what was written. */
  readonly wrong: string | null;
  readonly onSave: (written: WrittenCorrection) => void;
  readonly onCancel: () => void;
}

/** What the reader says of an entry of another pack. */
export function CorrectForm({ entry, wrong, onSave, onCancel }: CorrectFormProps) {
  const { packs: words } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const wrongId = useId();
  const initial = correctionFor(entry);
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, [name$=".from"]')?.focus(), []);

  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    };
    onSave({
      name: text('name'),
      pinyin: text('pinyin'),
      english: text('english'),
      gloss: { zh: text('gloss.zh'), en: text('gloss.en') },
      members: text('members'),
      tenures: initial.tenures.map((_, at) => ({
        office: text(`tenures.${at}.office`),
        from: text(`tenures.${at}.from`),
        to: text(`tenures.${at}.to`),
      })),
    });
  };
  const isOfficial = entry.kind === 'official';
  return (
    <form ref={form} className="entry-form" onSubmit={save} aria-label={words.correct}>
      {!isOfficial && (
        <>
          <label className="entry-form-field">
            <span>{words.glossZh}</span>
            <textarea name="gloss.zh" rows={2} lang="zh-CN" defaultValue={initial.gloss.zh} />
          </label>
          <label className="entry-form-field">
            <span>{words.glossEn}</span>
            <textarea name="gloss.en" rows={2} lang="en" defaultValue={initial.gloss.en} />
          </label>
          <label className="entry-form-field">
            <span>
              {words.fields.members} <span className="soft">{words.onePerLine}</span>
            </span>
            <textarea name="members" rows={3} lang="zh-CN" defaultValue={initial.members} />
          </label>
        </>
      )}
      {initial.tenures.map((tenure, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- they stay in their order
        <div className="entry-form-row" key={at}>
          {(['office', 'from', 'to'] as const).map((field) => (
            <label className="entry-form-field" key={field}>
              <span>{at === 0 ? words.office[field] : words.nth(words.office[field], at + 1)}</span>
              <input
                name={`tenures.${at}.${field}`}
                defaultValue={tenure[field]}
                placeholder={field === 'office' ? undefined : '2023-05-25'}
                autoComplete="off"
                aria-describedby={wrong === null ? undefined : wrongId}
              />
            </label>
          ))}
        </div>
      ))}
      <div className="entry-form-row">
        {(['name', 'pinyin', 'english'] as const).map((field) => (
          <label className="entry-form-field" key={field}>
            <span>{words.fields[field]}</span>
            <input name={field} defaultValue={initial[field]} autoComplete="off" />
          </label>
        ))}
      </div>
      {wrong !== null && (
        <p id={wrongId} role="alert" className="pack-warning">
          {wrong}
        </p>
      )}
      <div className="entry-form-acts">
        <button type="submit" className="button is-main">
          {words.save}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
