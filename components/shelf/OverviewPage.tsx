import { NO_QUERY, type Query } from '../../lib/library/query';
import type { Counted } from '../../lib/library/counts';
import type { Overview } from '../../lib/library/overview';
import type { Day, EntryId } from '../../lib/model';
import { hrefOf } from '../library/route';
import { useWords } from '../words';
import { Chart, type Bar } from './Chart';

interface OverviewPageProps {
  readonly overview: Overview;
  readonly nameOf: (id: EntryId) => string;
}

/** What was read and noted over time, and of what most. Every figure leads to the list that it counts. */
export function OverviewPage({ overview, nameOf }: OverviewPageProps) {
  const words = useWords();
  const { shelf } = words;
  const notesWith = (query: Partial<Query>) => hrefOf({ view: 'notes', query: { ...NO_QUERY, ...query } });
  const totals: readonly (readonly [string, number, string])[] = [
    [shelf.views.notes, overview.notes, notesWith({})],
    [shelf.withNote, overview.written, notesWith({ kinds: ['note', 'article'] })],
    [shelf.views.articles, overview.articles, hrefOf({ view: 'articles', query: NO_QUERY })],
    [shelf.views.tags, overview.tags, hrefOf({ view: 'tags', query: NO_QUERY })],
  ];
  const ofEntries = (counted: readonly Counted[]): Bar[] =>
    counted.map(({ name, count }) => ({
      label: nameOf(name as EntryId),
      count,
      href: notesWith({ entries: [name as EntryId] }),
    }));
  const months = overview.months.flatMap(({ month, notes, articles }): Bar[] => [
    { label: month, series: shelf.notes, count: notes, href: notesWith({ read: inMonth(month) }) },
    {
      label: month,
      series: shelf.articles,
      count: articles,
      href: hrefOf({ view: 'articles', query: { ...NO_QUERY, read: inMonth(month) } }),
    },
  ]);
  return (
    <div className="overview">
      <h1>{shelf.views.overview}</h1>
      <ul className="overview-totals" aria-label={shelf.overviewTotals}>
        {totals.map(([name, count, href]) => (
          <li key={name}>
            <a href={href}>
              <strong>{count.toLocaleString()}</strong> <span>{name}</span>
            </a>
          </li>
        ))}
      </ul>
      <Chart title={shelf.overTime} bars={months} as="months" of={shelf.month} />
      <div className="overview-pair">
        <Chart title={shelf.topFormulations} bars={ofEntries(overview.formulations)} as="names" of={shelf.name} />
        <Chart title={shelf.topPeople} bars={ofEntries(overview.people)} as="names" of={shelf.name} />
        <Chart
          title={shelf.topSources}
          bars={overview.sources.map(({ name, count }) => ({
            label: name,
            count,
            href: notesWith({ sources: [name] }),
          }))}
          as="names"
          of={shelf.name}
        />
        <Chart
          title={shelf.topTags}
          bars={overview.topTags.map(({ name, count }) => ({ label: name, count, href: notesWith({ tags: [name] }) }))}
          as="names"
          of={shelf.name}
        />
      </div>
      <Chart
        title={shelf.byPublication}
        bars={overview.published.map(({ name, count }) => ({
          label: name,
          series: shelf.notes,
          count,
          href: notesWith({ published: inMonth(name) }),
        }))}
        as="months"
        of={shelf.month}
      />
    </div>
  );
}

function inMonth(month: string): Query['read'] {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01` as Day, to: `${month}-${days}` as Day };
}
