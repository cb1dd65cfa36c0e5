import { useCallback, useMemo, useRef } from 'react';
import type { FollowedKey } from '../../lib/model';
import type { Count } from '../../lib/track/counted';
import type { Line, Seen, Timeline } from '../../lib/track/timeline';
import { useWords } from '../words';
import { Exports } from './Exports';
import { Figure } from './Figure';
import { FollowTable, type Table } from './FollowTable';
import { drawLines, type ChartContent } from './lineChart';
import { toArticle, toPassages } from './links';
import type { Look } from './look';

interface TimeViewProps {
  readonly timeline: Timeline;
  readonly look: Look;
  readonly nameOf: (key: FollowedKey) => string;
}

/** Lines over time, the same as a table, and where each was seen first and last. */
export function TimeView({ timeline, look, nameOf }: TimeViewProps) {
  const {
    follow: words,
    shelf: { asTable },
  } = useWords();
  const drawn = useRef<SVGSVGElement>(null);
  const onDrawn = useCallback((picture: SVGSVGElement) => void (drawn.current = picture), []);
  const { by, bins, lines } = timeline;
  const content = useMemo(() => contentOf(timeline, look, nameOf, words), [timeline, look, nameOf, words]);
  const draw = useCallback(
    (plot: Parameters<typeof drawLines>[0], width: number) => drawLines(plot, content, width),
    [content],
  );
  const table = useMemo(() => tableOf(timeline, look, nameOf, words), [timeline, look, nameOf, words]);
  const caption = words.chartOf(words.measures[look.measure], words.bins[by]);
  return (
    <>
      <ul className="follow-totals">
        {lines.map((line) => (
          <li key={line.of}>
            <LineTotal line={line} all={timeline.articles} look={look} name={nameOf(line.of)} />
          </li>
        ))}
      </ul>
      {bins.length > 0 && (
        <section className="chart" aria-labelledby="follow-chart">
          <h2 id="follow-chart">{caption}</h2>
          {by !== look.by && <p className="soft">{words.coarser(words.bins[by])}</p>}
          <Figure draw={draw} height={370} onDrawn={onDrawn} />
          <details>
            <summary className="soft">
              {asTable}
              <span className="visually-hidden"> {caption}</span>
            </summary>
            <FollowTable table={table} caption={caption} />
          </details>
          <Exports of={lines.map(({ of }) => nameOf(of)).join('-')} table={table} drawn={() => drawn.current} />
        </section>
      )}
    </>
  );
}

function LineTotal({
  line,
  all,
  look,
  name,
}: {
  readonly line: Line;
  readonly all: number;
  readonly look: Look;
  readonly name: string;
}) {
  const words = useWords().follow;
  const { total, undated, first, last, of } = line;
  return (
    <>
      <a href={toPassages(look, of, {})} lang="zh-CN" className="follow-name">
        {name}
      </a>{' '}
      {total.articles === 0 ? words.never : words.inArticles(total.articles, all, total.places)}
      {first !== null && last !== null && (
        <dl className="follow-seen">
          <SeenIn term={words.firstSeen} seen={first} />
          {last.article.id !== first.article.id && <SeenIn term={words.lastSeen} seen={last} />}
        </dl>
      )}
      {undated.articles > 0 && <p className="soft">{words.undatedToo(undated.articles, undated.places)}</p>}
    </>
  );
}

function SeenIn({ term, seen: { date, article } }: { readonly term: string; readonly seen: Seen }) {
  const words = useWords().follow;
  return (
    <div>
      <dt className="soft">{term}</dt>
      <dd>
        {date}{' '}
        <a href={toArticle(article)} lang="zh-CN">
          {article.title ?? words.untitled}
        </a>{' '}
        {article.source !== null && <span className="soft">{article.source}</span>}
      </dd>
    </div>
  );
}

type FollowWords = ReturnType<typeof useWords>['follow'];
type NameOf = TimeViewProps['nameOf'];

function contentOf({ bins, lines, by }: Timeline, look: Look, nameOf: NameOf, words: FollowWords): ChartContent {
  return {
    bins,
    isShare: look.measure === 'share',
    measure: words.measures[look.measure],
    denominator: words.denominator,
    lines: lines.map(({ of, points }) => ({
      name: nameOf(of),
      values: points.map((point, number) => (bins[number]!.all === 0 ? null : valueOf(point, bins[number]!.all, look))),
      titles: points.map((point, number) => {
        const { name, all } = bins[number]!;
        return `${nameOf(of)} · ${name} (${words.bins[by]})\n${words.inArticles(point.articles, all, point.places)}`;
      }),
      hrefs: bins.map(({ from, to }) => toPassages(look, of, { from, to })),
    })),
  };
}

function tableOf({ bins, lines }: Timeline, look: Look, nameOf: NameOf, words: FollowWords): Table {
  return {
    head: [
      words.bin,
      words.denominator,
      ...lines.flatMap(({ of }) => [`${nameOf(of)} · ${words.articles}`, `${nameOf(of)} · ${words.places}`]),
    ],
    rows: bins.map(({ name, from, to, all }, number) => [
      { text: name },
      { text: all },
      ...lines.flatMap(({ of, points }) => {
        const { articles, places } = points[number]!;
        if (articles === 0) return [{ text: 0 }, { text: 0 }];
        const label = `${articles}${words.articles}, ${words.openPassages(nameOf(of), name)}`;
        return [{ text: articles, href: toPassages(look, of, { from, to }), label }, { text: places }];
      }),
    ]),
  };
}

function valueOf({ articles, places }: Count, all: number, { measure }: Look): number {
  switch (measure) {
    case 'articles':
      return articles;
    case 'share':
      return articles / all;
    case 'places':
      return places;
  }
}
