/** The days on which articles state each office: a line for each, a dot for each article. */
import type { OfficeRow } from '../../lib/track/offices';
import { hrefOfPlace } from './links';

type Plot = typeof import('@observablehq/plot');

/** px */
const LINE = 34;
const LETTER = 14;
const LONGEST_LABEL = 12;

export function drawOffices(Plot: Plot, rows: readonly OfficeRow[], width: number): SVGSVGElement {
  const dated = rows.filter(({ first }) => first !== null);
  const shorten = (label: string) => (label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL)}…` : label);
  const points = dated.flatMap(({ office, stated }) =>
    stated.flatMap(({ date, article, place }) =>
      date === null
        ? []
        : [
            {
              office,
              at: new Date(date),
              href: hrefOfPlace(article, place),
              title: `${office}\n${date} ${article.title ?? ''}`,
            },
          ],
    ),
  );
  const picture = Plot.plot({
    width,
    height: dated.length * LINE + 40,
    marginLeft: Math.min(width / 2, 20 + LETTER * Math.max(...dated.map(({ office }) => shorten(office).length))),
    marginRight: 24,
    style: {
      background: 'transparent',
      color: 'var(--ink)',
      fontSize: '13px',
      fontFamily: 'var(--font)',
      overflow: 'visible',
    },
    x: { type: 'utc', label: null, grid: true, ticks: Math.max(2, Math.floor(width / 160)), tickFormat: '%Y-%m-%d' },
    y: { label: null, domain: dated.map(({ office }) => office), tickFormat: shorten, tickSize: 0 },
    marks: [
      Plot.ruleY(dated, {
        y: 'office',
        x1: ({ first }: OfficeRow) => new Date(first!),
        x2: ({ last }: OfficeRow) => new Date(last!),
        stroke: 'var(--ink-soft)',
        strokeDasharray: '2 3',
      }),
      Plot.dot(points, {
        x: 'at',
        y: 'office',
        r: 5,
        fill: 'var(--official)',
        stroke: 'var(--ground)',
        href: 'href',
        title: 'title',
      }),
    ],
  }) as SVGSVGElement;
  return picture;
}
