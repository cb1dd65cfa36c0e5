import { useState } from 'react';
import { KINDS, type Entry, type Kind } from '../../lib/model';
import { fullOffice } from '../../lib/reference/tenures';
import { NO_PLACE } from '../../lib/search/filters';
import { useLanguage, useText, useWords } from '../words';
import { Choice } from './Choice';
import { nameOfPlace } from '../../lib/words/places';
import { hrefOf, type Route } from './route';

/** Entries shown before "more". */
const PAGE = 100;

export interface Choices {
  readonly kinds: ReadonlyMap<Kind, number>;
  readonly places: readonly (readonly [string, number])[];
  readonly years: readonly (readonly [string, number])[];
}

type Looking = Extract<Route, { view: 'reference' }>;

interface ReferenceListProps {
  readonly looking: Looking;
  readonly found: readonly Entry[];
  readonly total: number;
  readonly choices: Choices;
  readonly onLook: (looking: Looking) => void;
}

/** Search and filters over the reference, and what they leave. */
export function ReferenceList({ looking, found, total, choices, onLook }: ReferenceListProps) {
  const words = useWords();
  const language = useLanguage();
  const [pages, setPages] = useState(1);
  const look = (change: Partial<Looking>) => {
    setPages(1);
    onLook({ ...looking, ...change });
  };
  const shown = found.slice(0, PAGE * pages);
  return (
    <>
      <h1>{words.library.reference}</h1>
      <search className="library-search">
        <input
          type="search"
          value={looking.query}
          placeholder={words.library.searchHint}
          aria-label={words.library.search}
          onChange={(event) => look({ query: event.target.value })}
        />
        <Choice
          label={words.library.kind}
          value={looking.kind}
          choices={KINDS.flatMap((kind) => {
            const count = choices.kinds.get(kind) ?? 0;
            return count === 0 ? [] : [[kind, `${words.kinds[kind]} (${count})`] as const];
          })}
          onChoose={(kind) => look({ kind })}
        />
        <Choice
          label={words.library.place}
          value={looking.place}
          choices={choices.places.map(([place, count]) => [
            place,
            `${place === NO_PLACE ? words.library.noPlace : nameOfPlace(place, language)} (${count})`,
          ])}
          onChoose={(place) => look({ place })}
        />
        <Choice
          label={words.library.year}
          value={looking.year}
          choices={choices.years.map(([year, count]) => [year, `${year} (${count})`])}
          onChoose={(year) => look({ year })}
        />
      </search>
      <p className="soft" role="status">
        {words.library.found(found.length, total)}
      </p>
      {found.length === 0 ? (
        <p>
          {words.library.nothing}{' '}
          <button
            type="button"
            className="button"
            onClick={() => look({ query: '', kind: null, place: null, year: null })}
          >
            {words.library.clear}
          </button>
        </p>
      ) : (
        <ul className="library-list">
          {shown.map((entry) => (
            <EntryLine key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {shown.length < found.length && (
        <button type="button" className="button" onClick={() => setPages(pages + 1)}>
          {words.card.more(Math.min(PAGE, found.length - shown.length))}
        </button>
      )}
    </>
  );
}

function EntryLine({ entry }: { readonly entry: Entry }) {
  const words = useWords();
  const language = useLanguage();
  const text = useText();
  const { names, kind } = entry;
  return (
    <li>
      <a className="library-line" href={hrefOf({ view: 'entry', id: entry.id })}>
        <span className={`card-kind kind-${kind}`}>{words.kinds[kind]}</span>
        <span className="library-line-name">
          <strong lang="zh-CN">{names.zh}</strong> <span className="soft">{names.pinyin}</span>
        </span>
        <span className="soft library-line-gloss">
          {entry.kind === 'official'
            ? entry.tenures.map((tenure) => (language === 'en' ? tenure.en : fullOffice(tenure))).join(' · ')
            : text(entry.gloss)}
        </span>
      </a>
    </li>
  );
}
