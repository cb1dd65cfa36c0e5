import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Annotation, Colour, ColourNames, EntryId, EntryName } from '../../lib/model';
import { useLanguage, useWords } from '../words';
import { ChipField, type Chip } from './ChipField';
import { Colours } from './Colours';
import { NoteText } from './NoteText';
import { OtherNotes } from './OtherNotes';

/** What the reader has written. */
export interface Written {
  readonly colour: Colour;
  readonly note: string;
  readonly tags: readonly string[];
  readonly entries: readonly EntryId[];
}

interface NoteEditorProps {
  /** Null: on the whole article. */
  readonly quote: string | null;
  readonly initial: Written;
  readonly colourNames: ColourNames;
  /** Texts written elsewhere at the same time. */
  readonly otherNotes: Annotation['otherNotes'];
  /** A sentence when the last attempt to save failed. */
  readonly failure: string | null;
  readonly isSaving: boolean;
  readonly findTags: (part: string) => Promise<readonly string[]>;
  readonly findEntries: (query: string) => Promise<readonly EntryName[]>;
  readonly entryNames: (ids: readonly EntryId[]) => Promise<readonly EntryName[]>;
  /** Something was written that is not saved. */
  readonly onDraft: (written: Written) => void;
  /** `otherNotes` are those that the reader has not seen to. */
  readonly onSave: (written: Written, otherNotes: readonly string[]) => void;
  readonly onDelete: (() => void) | null;
  readonly onCopy: (text: string) => void;
  readonly onClose: () => void;
}

/** Writes a note: colour, Markdown with preview, tags, entries. Ctrl+Enter saves. */
export function NoteEditor(props: NoteEditorProps) {
  const { initial, onDraft } = props;
  const words = useWords();
  const { notes } = words;
  const language = useLanguage();
  const [written, setWritten] = useState(initial);
  const [typedTag, setTypedTag] = useState('');
  const [typedEntry, setTypedEntry] = useState('');
  const [others, setOthers] = useState(props.otherNotes);
  const [isPreview, setPreview] = useState(false);
  const [names, setNames] = useState<ReadonlyMap<EntryId, Chip>>(new Map());
  const field = useRef<HTMLTextAreaElement>(null);
  const seen = useRef(new Set(props.otherNotes));
  const labelId = useId();

  const chipOf = ({ id, zh, en }: EntryName): Chip => ({
    id,
    name: language === 'en' && en !== null ? `${zh} ${en}` : zh,
  });
  useEffect(() => {
    void props
      .entryNames(initial.entries)
      .then((found) => setNames(new Map(found.map((each) => [each.id, chipOf(each)]))));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the entries that it opens with
  }, []);
  useEffect(() => {
    if (isPreview) return;
    field.current?.focus({ preventScroll: true });
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  }, [isPreview]);

  useEffect(() => {
    const fresh = props.otherNotes.filter((each) => !seen.current.has(each));
    if (fresh.length === 0) return;
    for (const each of fresh) seen.current.add(each);
    setOthers((before) => [...before, ...fresh]);
  }, [props.otherNotes]);

  const change = (part: Partial<Written>) => {
    const next = { ...written, ...part };
    setWritten(next);
    onDraft(next);
  };
  const save = () => {
    const tag = tagOf(typedTag);
    const tags = tag === null ? written.tags : [...new Set([...written.tags, tag])];
    props.onSave({ ...written, tags }, others);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  };
  return (
    <div className="card notes-editor" role="dialog" aria-label={notes.note} onKeyDown={keys}>
      <div className="card-bar">
        <span className="card-kind">{props.quote === null ? notes.onArticle : notes.note}</span>
        <button type="button" aria-label={notes.close} title={notes.close} onClick={props.onClose}>
          ✕
        </button>
      </div>
      <div className="card-body">
        {props.quote !== null && <blockquote lang="zh-CN">{props.quote}</blockquote>}
        <OtherNotes
          notes={others}
          onUse={(other) => {
            setOthers(others.map((each) => (each === other ? written.note : each)).filter((each) => each !== ''));
            change({ note: other });
          }}
          onAppend={(other) => {
            setOthers(others.filter((each) => each !== other));
            change({ note: `${written.note}\n\n${other}`.trim() });
          }}
          onDrop={(other) => setOthers(others.filter((each) => each !== other))}
        />
        <Colours chosen={written.colour} names={props.colourNames} onChoose={(colour) => change({ colour })} />
        <div className="notes-write">
          <div>
            <span id={labelId}>{notes.text}</span>
            <button type="button" aria-pressed={isPreview} onClick={() => setPreview(!isPreview)}>
              {isPreview ? notes.write : notes.preview}
            </button>
          </div>
          {isPreview ? (
            <NoteText text={written.note} />
          ) : (
            <textarea
              ref={field}
              rows={5}
              aria-labelledby={labelId}
              value={written.note}
              onChange={(event) => change({ note: event.target.value })}
            />
          )}
        </div>
        <ChipField
          label={notes.tags}
          chips={written.tags.map((tag) => ({ id: tag, name: tag }))}
          typed={typedTag}
          onTyped={setTypedTag}
          onChips={(chips) => change({ tags: chips.map(({ name }) => name) })}
          suggest={async (part) => (await props.findTags(part)).map((tag) => ({ id: tag, name: tag }))}
          make={(typed) => {
            const tag = tagOf(typed);
            return tag === null ? null : { id: tag, name: tag };
          }}
        />
        <ChipField
          label={notes.entries}
          chips={written.entries.map((id) => names.get(id) ?? { id, name: id })}
          typed={typedEntry}
          onTyped={setTypedEntry}
          onChips={(chips) => {
            setNames(new Map([...names, ...chips.map((chip) => [chip.id as EntryId, chip] as const)]));
            change({ entries: chips.map(({ id }) => id as EntryId) });
          }}
          suggest={async (query) => (await props.findEntries(query)).map(chipOf)}
          make={() => null}
        />
        {props.failure !== null && (
          <p className="card-warning" role="alert">
            {props.failure}{' '}
            <button type="button" onClick={() => props.onCopy(written.note)}>
              {notes.copyNote}
            </button>
          </p>
        )}
      </div>
      <footer className="card-foot">
        {props.onDelete !== null && (
          <button type="button" className="card-here" onClick={props.onDelete}>
            {notes.delete}
          </button>
        )}
        <button type="button" className="notes-main" disabled={props.isSaving} onClick={save}>
          {notes.save}
        </button>
      </footer>
    </div>
  );
}

/** Null when nothing is left of it. */
function tagOf(typed: string): string | null {
  const tag = typed.trim().replace(/^#+\s*/, '');
  return tag === '' ? null : tag;
}
