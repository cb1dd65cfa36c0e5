import { useState } from 'react';
import { KINDS, type Pack, type SeedArticle, type Source } from '../../lib/model';
import { fold } from '../../lib/text/normalise';
import { articleTitle } from '../../lib/words/articleTitle';
import { linkOf, remarksOn } from '../card/Lines';
import { useLanguage, useText, useWords } from '../words';
import { hrefOf, REFERENCE } from './route';

/** Sources shown before "more". */
const PAGE = 50;

/** What a pack says of itself: version, counts, licence, changes, documents, sources. */
export function PackPage({ pack }: { readonly pack: Pack }) {
  const words = useWords();
  const text = useText();
  const { title, version, licence, asOf, entries, articles, sources, changes } = pack;
  return (
    <>
      <h1>{text(title)}</h1>
      <dl className="library-facts">
        <dt>{words.library.version}</dt>
        <dd>{version}</dd>
        <dt>{words.library.asOf}</dt>
        <dd>{asOf}</dd>
        <dt>{words.library.licence}</dt>
        <dd>{licence}</dd>
        <dt>{words.library.entries}</dt>
        <dd>
          {entries.length}
          <ul className="card-chips">
            {KINDS.map((kind) => (
              <li key={kind}>
                <a href={hrefOf({ ...REFERENCE, kind })}>
                  {words.kinds[kind]} {entries.filter((entry) => entry.kind === kind).length}
                </a>
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      <section>
        <h2>{words.library.changes}</h2>
        <ul className="card-lines">
          {changes.map((change) => (
            <li key={change.version}>
              <time dateTime={change.date}>{change.date}</time> {change.version} · {text(change)}
            </li>
          ))}
        </ul>
      </section>
      <Documents articles={articles} />
      <Sources sources={sources} />
    </>
  );
}

function Documents({ articles }: { readonly articles: readonly SeedArticle[] }) {
  const words = useWords();
  const language = useLanguage();
  return (
    <section>
      <h2>
        {words.library.documents} <span className="soft">{articles.length}</span>
      </h2>
      <ul className="card-lines">
        {articles.map((article) => (
          <li key={article.id}>
            <time dateTime={article.date}>{article.date}</time>{' '}
            <span lang="zh-CN">{articleTitle(article, language)}</span>
            <span className="soft">
              {' '}
              {[article.id, article.publisher?.[language] ?? null, remarksOn(article, words)]
                .filter((each) => each !== null)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sources({ sources }: { readonly sources: readonly Source[] }) {
  const words = useWords();
  const language = useLanguage();
  const [query, setQuery] = useState('');
  const [pages, setPages] = useState(1);
  const asked = fold(query).trim();
  const found = sources
    .filter(({ id, title, publisher }) => fold(`${id} ${title} ${publisher.zh} ${publisher.en}`).includes(asked))
    .toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
  const shown = found.slice(0, PAGE * pages);
  return (
    <section>
      <h2>
        {words.card.sources} <span className="soft">{found.length}</span>
      </h2>
      <search className="library-search">
        <input
          type="search"
          value={query}
          placeholder={words.library.sourcesHint}
          aria-label={words.library.sourcesHint}
          onChange={(event) => setQuery(event.target.value)}
        />
      </search>
      <ul className="card-lines">
        {shown.map((source) => {
          const link = linkOf(source.address);
          return (
            <li key={source.id} id={source.id}>
              {source.date === null ? (
                <span className="soft">{words.card.undated} </span>
              ) : (
                <time dateTime={source.date}>{source.date}</time>
              )}{' '}
              {link === null ? (
                source.title
              ) : (
                <a href={link} target="_blank" rel="noopener noreferrer">
                  {source.title}
                </a>
              )}
              <span className="soft">
                {' '}
                {source.publisher[language]} · {words.card.checkedOn(source.accessed)}
                {source.address === null && ` · ${words.card.noAddress}`}
              </span>
            </li>
          );
        })}
      </ul>
      {shown.length < found.length && (
        <button type="button" className="button" onClick={() => setPages(pages + 1)}>
          {words.card.more(Math.min(PAGE, found.length - shown.length))}
        </button>
      )}
    </section>
  );
}
