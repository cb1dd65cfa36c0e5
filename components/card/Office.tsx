import type { EntryId, Official, SeedArticle, Tenure } from '../../lib/model';
import type { Card, OtherInOffice } from '../../lib/reference/card';
import { fullOffice, type OfficeOn } from '../../lib/reference/tenures';
import { articleTitle } from '../../lib/words/articleTitle';
import { officeWords, placeOf, statedOffice } from '../../lib/words/office';
import { useLanguage, useText, useWords } from '../words';
import type { FromArticle } from './Facts';
import { remarksOn } from './Lines';

interface OnTheDayProps {
  readonly official: Official;
  readonly card: Card;
  readonly article: FromArticle;
}

interface OfficeProps {
  readonly official: Official;
  readonly card: Card;
  readonly article: FromArticle | null;
  readonly onOpen: (id: EntryId) => void;
}

/** The office on the day of the article with its basis, all offices known on a line of dates, others in the same office. */
export function Office({ official, card, article, onOpen }: OfficeProps) {
  const words = useWords();
  const language = useLanguage();
  const text = useText();
  return (
    <>
      {article !== null && <OnTheDay official={official} card={card} article={article} />}
      {official.caution !== null && <p className="card-warning">{text(official.caution)}</p>}
      <section>
        <h3>{words.office.timeline}</h3>
        <ol className="card-timeline">
          {pointsOf(official, article?.date ?? null).map((point) =>
            point.tenure === null ? (
              <li key="article" className="is-article">
                <time dateTime={point.on}>{point.on}</time>
                {words.office.thisArticle}
              </li>
            ) : (
              <li key={`${point.on} ${point.tenure.office} ${point.article}`}>
                {point.on === '' ? <span>{words.card.undated}</span> : <time dateTime={point.on}>{point.on}</time>}
                <OfficeName
                  office={fullOffice(point.tenure)}
                  place={placeOf(point.tenure, language)}
                  english={language === 'en' && point.tenure.en !== '' ? point.tenure.en : null}
                />
                <Change tenure={point.tenure} />
                <SeenIn article={articleOf(card, point.article)} />
                {point.tenure.note !== null && <p className="card-note">{text(point.tenure.note)}</p>}
              </li>
            ),
          )}
        </ol>
      </section>
      <SameOffice others={card.sameOffice} onOpen={onOpen} />
    </>
  );
}

function OnTheDay({ official, card, article: { date, stated } }: OnTheDayProps) {
  const words = useWords().office;
  const language = useLanguage();
  return (
    <section className="card-office">
      <h3>{date === null ? words.title : words.asOf(date)}</h3>
      {card.office !== null && <Answer answer={card.office} />}
      {stated !== null && <p className="card-note">{statedOffice(stated, official.tenures, language)}</p>}
    </section>
  );
}

function SameOffice({ others, onOpen }: { readonly others: readonly OtherInOffice[] } & Pick<OfficeProps, 'onOpen'>) {
  const words = useWords().office;
  const language = useLanguage();
  if (others.length === 0) return null;
  return (
    <section>
      <h3>{words.sameOffice}</h3>
      <ul className="card-lines">
        {others.map(({ id, zh, office, english, from, to }) => (
          <li key={`${id} ${from}`}>
            <time dateTime={from}>{from === to ? from : words.fromTo(from, to)}</time>{' '}
            <button type="button" className="card-link" lang="zh-CN" onClick={() => onOpen(id)}>
              {zh}
            </button>{' '}
            <span className="card-note">
              <span lang="zh-CN">{office}</span>
              {language === 'en' && <span lang="en"> {english}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Answer({ answer }: { readonly answer: OfficeOn }) {
  const words = useWords();
  const { held, english, place, basis, isNear } = officeWords(answer, useLanguage());
  if (held === null) return <p>{basis}</p>;
  const name = <OfficeName office={held} place={place} english={english} isNear={isNear} />;
  const why = <span className="card-note">{isNear ? basis + words.punctuation.colon : basis}</span>;
  return (
    <p>
      {isNear ? why : name}
      <br />
      {isNear ? name : why}
    </p>
  );
}

interface OfficeNameProps {
  readonly office: string;
  readonly place: string | null;
  readonly english: string | null;
  readonly isNear?: boolean;
}

function OfficeName({ office, place, english, isNear = false }: OfficeNameProps) {
  return (
    <>
      <span className={isNear ? undefined : 'card-office-name'} lang="zh-CN">
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

function articleOf({ attestations }: Card, id: string | null): SeedArticle | undefined {
  return attestations.find(({ article }) => article.id === id)?.article;
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

/** The first and the last attestation of each office in order of time, with the article's own day among them. */
function pointsOf({ tenures }: Official, date: string | null): Point[] {
  const points: Point[] = tenures.flatMap((tenure) =>
    tenure.attested
      .filter((_, index, all) => index === 0 || index === all.length - 1)
      .map(({ date: on, article }) => ({ on, tenure, article })),
  );
  // Of a reader's own entry; before those that have a day.
  for (const tenure of tenures) if (tenure.attested.length === 0) points.push({ on: '', tenure, article: null });
  if (date !== null) points.push({ on: date, tenure: null, article: null });
  return points.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
