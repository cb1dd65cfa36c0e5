import type { Official, SeedArticle, Tenure } from '../../lib/model';
import { fullOffice, type OfficeOn } from '../../lib/reference/tenures';
import { articleTitle } from '../../lib/words/articleTitle';
import { officeWords, placeOf, statedOffice } from '../../lib/words/office';
import { useLanguage, useText, useWords } from '../words';
import { remarksOn } from './Lines';

interface OfficeProps {
  readonly official: Official;
  readonly answer: OfficeOn | null;
  readonly articles: readonly SeedArticle[];
  readonly date: string | null;
  /** As the article writes it beside the name. */
  readonly stated: string | null;
}

/** The office on the day of the article with its basis, and all offices known on a line of dates. */
export function Office({ official, answer, articles, date, stated }: OfficeProps) {
  const words = useWords();
  const language = useLanguage();
  const text = useText();
  return (
    <>
      <section className="card-office">
        <h3>{date === null ? words.office.title : words.office.asOf(date)}</h3>
        {answer !== null && <Answer answer={answer} />}
        {stated !== null && <p className="card-note">{statedOffice(stated, official.tenures, language)}</p>}
      </section>
      {official.caution !== null && <p className="card-warning">{text(official.caution)}</p>}
      <section>
        <h3>{words.office.timeline}</h3>
        <ol className="card-timeline">
          {pointsOf(official, date).map((point) =>
            point.tenure === null ? (
              <li key="article" className="is-article">
                <time dateTime={point.on}>{point.on}</time>
                {words.office.thisArticle}
              </li>
            ) : (
              <li key={`${point.on} ${point.tenure.office} ${point.article}`}>
                <time dateTime={point.on}>{point.on}</time>
                <OfficeName
                  office={fullOffice(point.tenure)}
                  place={placeOf(point.tenure, language)}
                  english={language === 'en' ? point.tenure.en : null}
                />
                <Change tenure={point.tenure} />
                <SeenIn article={articles.find((article) => article.id === point.article)} />
                {point.tenure.note !== null && <p className="card-note">{text(point.tenure.note)}</p>}
              </li>
            ),
          )}
        </ol>
      </section>
    </>
  );
}

function Answer({ answer }: { readonly answer: OfficeOn }) {
  const { held, english, place, basis } = officeWords(answer, useLanguage());
  if (held === null) return <p>{basis}</p>;
  return (
    <p>
      <OfficeName office={held} place={place} english={english} />
      <br />
      <span className="card-note">{basis}</span>
    </p>
  );
}

interface OfficeNameProps {
  readonly office: string;
  readonly place: string | null;
  readonly english: string | null;
}

function OfficeName({ office, place, english }: OfficeNameProps) {
  return (
    <>
      <span className="card-office-name" lang="zh-CN">
        {office}
      </span>
      {english !== null && (
        <span className="card-note" lang="en">
          {' '}
          {english}
        </span>
      )}
      {place !== null && <span className="card-note"> {place}</span>}
    </>
  );
}

function Change({ tenure }: { readonly tenure: Tenure }) {
  const words = useWords();
  const language = useLanguage();
  if (tenure.change === 'resigned' && tenure.to !== null) return <span> · {words.office.resigned(tenure.to)}</span>;
  if (tenure.change === 'co-opted' && tenure.before !== null)
    return (
      <span>
        {' '}
        ·{' '}
        {words.office.coOpted(
          language === 'en' ? `${tenure.before.office} (${tenure.before.en})` : tenure.before.office,
        )}
      </span>
    );
  return null;
}

function SeenIn({ article }: { readonly article: SeedArticle | undefined }) {
  const language = useLanguage();
  const words = useWords();
  if (article === undefined) return null;
  const remarks = remarksOn(article, words);
  return (
    <span className="card-note">
      {' '}
      {articleTitle(article, language)}
      {remarks !== null && ` · ${remarks}`}
    </span>
  );
}

interface Point {
  readonly on: string;
  readonly tenure: Tenure | null;
  readonly article: string | null;
}

/** Every attestation in order of time, with the article's own day among them; runs of one office keep first and last. */
function pointsOf({ tenures }: Official, date: string | null): Point[] {
  const points: Point[] = tenures.flatMap((tenure) =>
    tenure.attested
      .filter((_, index, all) => index === 0 || index === all.length - 1)
      .map(({ date: on, article }) => ({ on, tenure, article })),
  );
  if (date !== null) points.push({ on: date, tenure: null, article: null });
  return points.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
