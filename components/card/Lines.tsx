import { useState, type ReactNode } from 'react';
import type { PlaceInArticle, SeedArticle, Source } from '../../lib/model';
import type { AttestedIn } from '../../lib/reference/card';
import { articleTitle } from '../../lib/words/articleTitle';
import type { Words } from '../../lib/words/zh';
import { useLanguage, useWords } from '../words';

/** Lines shown before "more". */
const FIRST_LINES = 3;

interface LinesProps {
  readonly attestations: readonly AttestedIn[];
  readonly sources: readonly Source[];
  /** All lines at once, each with its places. */
  readonly isFull: boolean;
}

/** Where the entry is attested and what supports its facts, each with its date. */
export function Lines({ attestations, sources, isFull }: LinesProps) {
  const words = useWords();
  const language = useLanguage();
  return (
    <>
      <LineList
        title={words.card.attestations}
        isFull={isFull}
        lines={inOrder(attestations.map(({ article, places }) => ({ ...article, places }))).map((article) => ({
          id: article.id,
          date: article.date,
          text: [articleTitle(article, language), article.publisher?.[language] ?? null]
            .filter((each) => each !== null)
            .join(' · '),
          note:
            [remarksOn(article, words), isFull ? placesIn(article.places, words) : null]
              .filter((each) => each !== null && each !== '')
              .join(' · ') || null,
          address: null,
        }))}
      />
      <LineList
        title={words.card.sources}
        isFull={isFull}
        lines={inOrder(sources).map((source) => ({
          id: source.id,
          date: source.date,
          text: (
            <>
              <span lang="zh-CN">{source.title}</span> · {source.publisher[language]}
            </>
          ),
          note: [
            source.address === null ? words.card.noAddress : null,
            source.accessed.length === 0 ? null : words.card.checkedOn(source.accessed),
          ]
            .filter((each) => each !== null)
            .join(' · '),
          address: linkOf(source.address),
        }))}
      />
    </>
  );
}

/** 3 处（第 2、5 段）. */
function placesIn(places: readonly PlaceInArticle[], words: Words): string {
  const paragraphs = [...new Set(places.map(({ paragraph }) => paragraph))];
  return places.length === 0 ? '' : words.card.places(places.length, paragraphs.join(words.punctuation.items));
}

/** What is inferred, and what the date is where it is not that of publication. */
export function remarksOn(
  { publisher, publisherStated, dateIs, dateStated }: SeedArticle,
  words: Words,
): string | null {
  const remarks = [
    publisher !== null && !publisherStated ? words.card.inferredPublisher : null,
    dateIs === 'event' ? words.card.dayOfEvent : null,
    dateStated ? null : words.card.inferredDate,
  ].filter((each) => each !== null);
  return remarks.length === 0 ? null : remarks.join(' · ');
}

interface Line {
  readonly id: string;
  readonly date: string | null;
  readonly text: ReactNode;
  readonly note: string | null;
  readonly address: string | null;
}

interface LineListProps {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly isFull: boolean;
}

function LineList({ title, lines, isFull }: LineListProps) {
  const words = useWords();
  const [all, setAll] = useState(isFull);
  if (lines.length === 0) return null;
  const shown = all ? lines : lines.slice(0, FIRST_LINES);
  return (
    <section>
      <h3>{title}</h3>
      <ul className="card-lines">
        {shown.map(({ id, date, text, note, address }) => (
          <li key={id}>
            {date === null ? (
              <span className="card-note">{words.card.undated} </span>
            ) : (
              <time dateTime={date}>{date}</time>
            )}
            {address === null ? (
              <span>{text}</span>
            ) : (
              <a href={address} target="_blank" rel="noopener noreferrer">
                {text}
              </a>
            )}
            {note !== null && <span className="card-note"> {note}</span>}
          </li>
        ))}
      </ul>
      {shown.length < lines.length && (
        <button type="button" onClick={() => setAll(true)}>
          {words.card.more(lines.length - shown.length)}
        </button>
      )}
    </section>
  );
}

function inOrder<T extends { readonly date: string | null }>(dated: readonly T[]): T[] {
  return dated.toSorted((a, b) => ((a.date ?? '9') < (b.date ?? '9') ? -1 : 1));
}

/** Addresses may carry a remark (a file inside a repository); only a plain one is a link. */
export function linkOf(address: string | null): string | null {
  return address !== null && /^https?:\/\/\S+$/.test(address) ? address : null;
}
