import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { FACTS, type ArticleCorrection, type ArticleFacts, type Day, type Fact } from '../../lib/model';
import { firstDay, fullDate } from '../../lib/text/dates';
import { authorsIn, authorsLine } from '../../lib/words/authorsLine';
import { useWords } from '../words';

interface CorrectionFormProps {
  readonly article: ArticleFacts;
  /** With the fields that were changed only. */
  readonly onSave: (correction: ArticleCorrection) => void;
  readonly onClose: () => void;
}

/** The fields of an article, to be corrected by the reader. */
export function CorrectionForm({ article, onSave, onClose }: CorrectionFormProps) {
  const words = useWords().article;
  const [wrongDate, setWrongDate] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const written = new FormData(event.currentTarget);
    const changed = FACTS.map((fact) => [fact, textOf(written.get(fact))] as const).filter(
      ([fact, value]) => value !== asWritten(article, fact),
    );
    const date = changed.find(([fact]) => fact === 'publishedAt')?.[1] ?? '';
    if (date !== '' && dayIn(date) === null) return setWrongDate(date);
    if (changed.length === 0) return onClose();
    onSave(Object.fromEntries(changed.map(([fact, value]) => [fact, valueOf(fact, value)])));
  };
  return (
    <form ref={form} className="correction-form" aria-label={words.correctTitle} onSubmit={save}>
      {FACTS.map((fact) => (
        <label key={fact}>
          <span>{words.fields[fact]}</span>
          <input
            name={fact}
            defaultValue={asWritten(article, fact)}
            lang={fact === 'publishedAt' || fact === 'pageNumber' ? undefined : 'zh-CN'}
            autoComplete="off"
            placeholder={fact === 'publishedAt' ? '2022-05-16' : undefined}
            title={fact === 'authors' ? words.authorsHint : undefined}
            aria-invalid={fact === 'publishedAt' && wrongDate !== null}
            aria-describedby={fact === 'publishedAt' && wrongDate !== null ? id : undefined}
          />
          {fact === 'publishedAt' && wrongDate !== null && (
            <span id={id} role="alert" className="correction-wrong">
              {words.notADay(wrongDate)}
            </span>
          )}
        </label>
      ))}
      <div className="panel-buttons">
        <button type="submit" className="button is-main">
          {words.save}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

/** As we write days, or as pages do: 2022年5月16日. */
function dayIn(written: string): Day | null {
  return fullDate(written) ?? firstDay(written);
}

function textOf(entry: FormDataEntryValue | null): string {
  return typeof entry === 'string' ? entry.trim() : '';
}

function asWritten(article: ArticleFacts, fact: Fact): string {
  return fact === 'authors' ? authorsLine(article.authors) : (article[fact] ?? '');
}

function valueOf(fact: Fact, written: string): ArticleFacts[Fact] {
  if (fact === 'authors') return authorsIn(written);
  if (fact === 'publishedAt') return dayIn(written);
  return written === '' ? null : written;
}
