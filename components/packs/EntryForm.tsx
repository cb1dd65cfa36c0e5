import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { KINDS, type Kind } from '../../lib/model';
import { NO_OFFICE, NO_SOURCE, type FieldFault, type WrittenForm } from '../../lib/packs/entryForm';
import { useWords } from '../words';
import './packs.css';

interface EntryFormProps {
  readonly initial: WrittenForm;
  readonly isNew: boolean;
  readonly faults: readonly FieldFault[];
  /** A sentence when it could not be kept. */
  readonly failure: string | null;
  readonly onSave: (written: WrittenForm) => void;
  readonly onCancel: () => void;
}

const OFFICE_FIELDS = ['office', 'seen', 'from', 'to'] as const;
const SOURCE_FIELDS = ['title', 'publisher', 'date', 'url', 'authors', 'page'] as const;

/** One entry of the reader's own. What is asked first is enough; Enter saves. */
export function EntryForm({ initial, isNew, faults, failure, onSave, onCancel }: EntryFormProps) {
  const words = useWords();
  const [kind, setKind] = useState<Kind>(initial.kind);
  const [offices, setOffices] = useState(() => keyed(initial.offices.length === 0 ? [NO_OFFICE] : initial.offices));
  const [sources, setSources] = useState(() => keyed(initial.sources));
  const form = useRef<HTMLFormElement>(null);
  const faultsId = useId();
  useEffect(() => {
    const name = form.current?.querySelector<HTMLInputElement>('[name="name"]');
    name?.focus();
    name?.select();
  }, []);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    };
    const all = <F extends string>(group: string, keys: readonly number[], fields: readonly F[]) =>
      keys.map(
        (key) =>
          Object.fromEntries(fields.map((field) => [field, text(`${group}.${key}.${field}`)])) as Record<F, string>,
      );
    onSave({
      name: text('name'),
      kind,
      gloss: text('gloss'),
      english: text('english'),
      pinyin: text('pinyin'),
      forms: text('forms'),
      members: text('members'),
      isAlone: data.get('alone') !== null,
      from: text('from'),
      to: text('to'),
      offices:
        kind === 'official'
          ? all(
              'offices',
              offices.map(([key]) => key),
              OFFICE_FIELDS,
            )
          : [],
      sources: all(
        'sources',
        sources.map(([key]) => key),
        SOURCE_FIELDS,
      ),
    });
  };
  const saveFromText = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  const isWrong = (field: FieldFault['field']) => faults.some((fault) => fault.field === field) || undefined;
  const isOfficial = kind === 'official';
  const { packs } = words;
  const { fields } = packs;
  return (
    <form
      ref={form}
      className="entry-form"
      onSubmit={submit}
      aria-describedby={faults.length > 0 ? faultsId : undefined}
    >
      <div className="entry-form-row">
        <Field label={fields.name}>
          <input
            name="name"
            required
            lang="zh-CN"
            defaultValue={initial.name}
            autoComplete="off"
            aria-invalid={isWrong('name')}
          />
        </Field>
        <Field label={fields.kind}>
          <select name="kind" value={kind} onChange={({ target }) => setKind(target.value as Kind)}>
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {words.kinds[each]}
              </option>
            ))}
          </select>
        </Field>
      </div>
      {isOfficial ? (
        <fieldset>
          <legend>{fields.offices}</legend>
          {offices.map(([key, office], at) => (
            <div className="entry-form-row" key={key}>
              {OFFICE_FIELDS.map((field) => (
                <Field key={field} label={at === 0 ? packs.office[field] : packs.nth(packs.office[field], at + 1)}>
                  <input
                    name={`offices.${key}.${field}`}
                    defaultValue={office[field]}
                    lang={field === 'office' ? 'zh-CN' : undefined}
                    placeholder={field === 'office' ? undefined : '2023-05-25'}
                    autoComplete="off"
                    aria-invalid={field === 'office' ? isWrong('office') : isWrong('date')}
                  />
                </Field>
              ))}
            </div>
          ))}
          <button
            type="button"
            className="button"
            onClick={() => setOffices([...offices, [nextKey(offices), NO_OFFICE]])}
          >
            {packs.addOffice}
          </button>
          <label className="entry-form-check">
            <input type="checkbox" name="alone" defaultChecked={initial.isAlone} /> {fields.alone}
          </label>
        </fieldset>
      ) : (
        <Field label={fields.gloss}>
          <textarea name="gloss" rows={2} defaultValue={initial.gloss} onKeyDown={saveFromText} />
        </Field>
      )}
      <fieldset>
        <legend>{fields.sources}</legend>
        {sources.length === 0 && <p className="soft">{packs.noSource}</p>}
        {sources.map(([key, source], at) => (
          <div className="entry-form-row is-source" key={key}>
            {SOURCE_FIELDS.map((field) => (
              <Field key={field} label={at === 0 ? packs.source[field] : packs.nth(packs.source[field], at + 1)}>
                <input
                  name={`sources.${key}.${field}`}
                  defaultValue={source[field]}
                  autoComplete="off"
                  placeholder={field === 'date' ? '2023-05-25' : undefined}
                  aria-invalid={field === 'date' ? isWrong('date') : undefined}
                />
              </Field>
            ))}
          </div>
        ))}
        <button
          type="button"
          className="button"
          onClick={() => setSources([...sources, [nextKey(sources), NO_SOURCE]])}
        >
          {packs.addSource}
        </button>
      </fieldset>
      <details open={!isNew || initial.members !== '' || initial.forms !== ''}>
        <summary>{packs.moreFields}</summary>
        {!isOfficial && (
          <Field label={fields.members} hint={packs.onePerLine}>
            <textarea name="members" rows={3} lang="zh-CN" defaultValue={initial.members} onKeyDown={saveFromText} />
          </Field>
        )}
        <Field label={fields.forms} hint={packs.formsHint}>
          <textarea
            name="forms"
            rows={2}
            lang="zh-CN"
            defaultValue={initial.forms}
            aria-invalid={isWrong('forms')}
            onKeyDown={saveFromText}
          />
        </Field>
        <div className="entry-form-row">
          <Field label={fields.english}>
            <input name="english" lang="en" defaultValue={initial.english} autoComplete="off" />
          </Field>
          <Field label={fields.pinyin}>
            <input name="pinyin" lang="zh-Latn" defaultValue={initial.pinyin} autoComplete="off" />
          </Field>
        </div>
        {!isOfficial && (
          <div className="entry-form-row">
            {(['from', 'to'] as const).map((field) => (
              <Field key={field} label={fields[field]}>
                <input
                  name={field}
                  defaultValue={initial[field]}
                  placeholder="2023-05"
                  autoComplete="off"
                  aria-invalid={isWrong('date')}
                />
              </Field>
            ))}
          </div>
        )}
      </details>
      {faults.length > 0 && (
        <ul id={faultsId} role="alert" className="entry-form-faults">
          {faults.map(({ field, what }) => (
            <li key={`${field} ${what}`}>{packs.fieldFaults[field](what)}</li>
          ))}
        </ul>
      )}
      {failure !== null && <p role="alert">{failure}</p>}
      <div className="entry-form-acts">
        <button type="submit" className="button is-main">
          {packs.save}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {packs.cancel}
        </button>
        <span className="soft">{packs.enterSaves}</span>
      </div>
    </form>
  );
}

function Field({
  label,
  hint,
  children,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
}) {
  return (
    <label className="entry-form-field">
      <span>
        {label}
        {hint !== undefined && <span className="soft"> {hint}</span>}
      </span>
      {children}
    </label>
  );
}

type Keyed<T> = readonly (readonly [number, T])[];

function keyed<T>(items: readonly T[]): Keyed<T> {
  return items.map((item, at) => [at, item]);
}

function nextKey(items: Keyed<unknown>): number {
  return items.length;
}
