import type { Official, SeedArticle, Tenure } from '../../lib/model';
import type { OfficeOn } from '../../lib/reference/tenures';
import type { Words } from '../../lib/words/zh';
import { useLanguage, useText, useWords } from '../words';
import { articleTitle } from './Lines';

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
  const text = useText();
  return (
    <>
      <section className="card-office">
        <h3>{date === null ? words.office.title : words.office.asOf(date)}</h3>
        {answer !== null && <Answer answer={answer} />}
        {stated !== null && <p className="card-note">{words.office.stated(stated)}</p>}
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
                <OfficeName tenure={point.tenure} />
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
  const words = useWords();
  switch (answer.is) {
    case 'undated':
      return <p>{words.office.noDate}</p>;
    case 'ended':
      return <p>{words.office.ended(fullOffice(answer.tenure), answer.on)}</p>;
    case 'gap':
      return <p>{words.office.gap(fullOffice(answer.before), fullOffice(answer.after))}</p>;
    case 'conflict':
      return <p>{words.office.conflict(answer.tenures.map(fullOffice).join(' / '))}</p>;
    case 'before-change':
      return (
        <p>
          <strong lang="zh-CN">{answer.tenure.before!.office}</strong>{' '}
          <Basis text={words.office.beforeChange(answer.on)} />
        </p>
      );
    case 'attested':
    case 'within':
    case 'last-attested-before':
    case 'first-attested-after':
      return (
        <p>
          <OfficeName tenure={answer.tenure} />
          <br />
          <Basis text={basisOf(answer, words)} />
        </p>
      );
  }
}

function Basis({ text }: { readonly text: string }) {
  return <span className="card-note">{text}</span>;
}

function basisOf(answer: OfficeOn, words: Words): string {
  switch (answer.is) {
    case 'attested':
      return words.office.attested(answer.on);
    case 'within':
      return words.office.within(answer.from, answer.to);
    case 'last-attested-before':
      return words.office.lastBefore(answer.on);
    case 'first-attested-after':
      return words.office.firstAfter(answer.on);
    case 'before-change':
    case 'ended':
    case 'gap':
    case 'conflict':
    case 'undated':
      return '';
  }
}

function OfficeName({ tenure }: { readonly tenure: Tenure }) {
  const language = useLanguage();
  return (
    <>
      <span className="card-office-name" lang="zh-CN">
        {fullOffice(tenure)}
      </span>
      {placeOf(tenure) !== '' && (
        <span className="card-note" lang="zh-CN">
          {' '}
          {placeOf(tenure)}
        </span>
      )}
      {language === 'en' && (
        <span className="card-note" lang="en">
          {' '}
          {tenure.en}
        </span>
      )}
    </>
  );
}

function Change({ tenure }: { readonly tenure: Tenure }) {
  const words = useWords();
  if (tenure.change === 'resigned' && tenure.to !== null) return <span> · {words.office.resigned(tenure.to)}</span>;
  if (tenure.change === 'co-opted' && tenure.before !== null)
    return <span> · {words.office.coOpted(tenure.before.office)}</span>;
  return null;
}

function SeenIn({ article }: { readonly article: SeedArticle | undefined }) {
  const language = useLanguage();
  const words = useWords().card;
  if (article === undefined) return null;
  return (
    <span className="card-note">
      {' '}
      <span lang="zh-CN">{articleTitle(article, language)}</span>
      {!article.dateStated && ` · ${words.inferredDate}`}
    </span>
  );
}

/** The place, where the office does not name it: 省委书记 of which province. */
function placeOf({ office, region }: Tenure): string {
  if (region === null || office.startsWith(region.province.slice(0, 2))) return '';
  return region.province + (region.city ?? '');
}

function fullOffice({ body, office }: Tenure): string {
  return (body ?? '') + office;
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
