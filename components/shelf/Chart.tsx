import { useEffect, useId, useRef } from 'react';
import { useWords } from '../words';

export interface Bar {
  readonly label: string;
  readonly count: number;
  /** Where it leads: the list of what it counts. */
  readonly href: string;
  /** Of bars that stand together. */
  readonly series?: string;
}

interface ChartProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** `names`: one line for each. `months`: one beside the other, by series. */
  readonly as: 'names' | 'months';
  /** What the labels are: a column's head. */
  readonly of: string;
}

/** px. */
const LINE = 30;
/** Of a line's width, for its name; and of a character. */
const SHARE_OF_NAMES = 0.42;
const CHARACTER = 13;
const LONGEST_LABEL = 14;
const SERIES_COLOURS = ['var(--accent)', 'var(--formulation)'] as const;

/** A chart, each bar a door to what it counts; the same as a table, for whoever does not see it or wants the figures. */
export function Chart({ title, bars, as, of }: ChartProps) {
  const words = useWords().shelf;
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    const box = place.current;
    // Nothing to draw.
    if (box === null) return;
    const life = new AbortController();
    const draw = async () => {
      const Plot = await import('@observablehq/plot');
      if (life.signal.aborted) return;
      const drawn = as === 'names' ? drawNames(Plot, bars, box.clientWidth) : drawMonths(Plot, bars, box.clientWidth);
      // The table is the way for keys and screen readers.
      for (const link of drawn.querySelectorAll('a')) link.setAttribute('tabindex', '-1');
      box.replaceChildren(drawn);
    };
    void draw();
    const resized = new ResizeObserver(() => void draw());
    resized.observe(box);
    life.signal.addEventListener('abort', () => resized.disconnect());
    return () => life.abort();
  }, [bars, as]);
  const series = [...new Set(bars.map((bar) => bar.series ?? words.count))];
  const rows = [...new Set(bars.map(({ label }) => label))];
  return (
    <section className={`chart is-${as}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {bars.length === 0 ? (
        <p className="soft">{words.nothingYet}</p>
      ) : (
        <>
          {as === 'months' && (
            <p className="chart-legend" aria-hidden>
              {series.map((each, index) => (
                <span key={each}>
                  <span className="shelf-dot" style={{ background: SERIES_COLOURS[index] }} /> {each}
                </span>
              ))}
            </p>
          )}
          <div
            ref={place}
            className="chart-drawn"
            aria-hidden
            style={{ minHeight: as === 'names' ? bars.length * LINE : 220 }}
          />
          <details>
            <summary className="soft">
              {words.asTable}
              <span className="visually-hidden"> {title}</span>
            </summary>
            <div className="chart-table">
              <table className="library-table">
                <thead>
                  <tr>
                    <th scope="col">{of}</th>
                    {series.map((each) => (
                      <th key={each} scope="col">
                        {each}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((label) => (
                    <tr key={label}>
                      <th scope="row">{label}</th>
                      {series.map((each) => {
                        const bar = bars.find((one) => one.label === label && (one.series ?? words.count) === each);
                        return <td key={each}>{bar !== undefined && <a href={bar.href}>{bar.count}</a>}</td>;
                      })}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
    </section>
  );
}

type Plot = typeof import('@observablehq/plot');
const STYLE = {
  background: 'transparent',
  color: 'var(--ink)',
  fontSize: '13px',
  fontFamily: 'var(--font)',
  overflow: 'visible',
};

function drawNames(Plot: Plot, bars: readonly Bar[], width: number) {
  const most = Math.min(LONGEST_LABEL, Math.floor((width * SHARE_OF_NAMES) / CHARACTER) - 3);
  const shorten = (label: string) => (label.length > most ? `${label.slice(0, most)}…` : label);
  return Plot.plot({
    width: Math.max(260, width),
    height: bars.length * LINE + 4,
    marginLeft: 24 + CHARACTER * Math.max(...bars.map(({ label }) => shorten(label).length)),
    marginRight: 44,
    marginTop: 0,
    marginBottom: 4,
    style: STYLE,
    x: { axis: null, domain: [0, Math.max(1, ...bars.map(({ count }) => count))] },
    y: { label: null, tickSize: 0, domain: bars.map(({ label }) => label), tickFormat: shorten, padding: 0.3 },
    marks: [
      Plot.barX(bars, { x: 'count', y: 'label', fill: 'var(--accent)', rx2: 3, href: 'href', title: 'label' }),
      Plot.text(bars, { x: 'count', y: 'label', text: 'count', dx: 6, textAnchor: 'start', fill: 'var(--ink-soft)' }),
    ],
  });
}

/** px. A written month with the blank beside it. */
const TICK = 68;
const MARGIN_LEFT = 44;

function drawMonths(Plot: Plot, bars: readonly Bar[], width: number) {
  const months = [...new Set(bars.map(({ label }) => label))];
  const every = Math.ceil((months.length * TICK) / (Math.max(260, width) - MARGIN_LEFT));
  const isTicked = (month: string) => months.indexOf(month) % every === 0;
  const series = [...new Set(bars.map((bar) => bar.series))] as string[];
  return Plot.plot({
    width: Math.max(260, width),
    height: 220,
    marginLeft: MARGIN_LEFT,
    marginBottom: 34,
    style: STYLE,
    color: { domain: series, range: [...SERIES_COLOURS] },
    x: { axis: null, domain: series, padding: 0.1 },
    y: {
      label: null,
      grid: true,
      ticks: 4,
      tickFormat: (count: number) => (Number.isInteger(count) ? `${count}` : ''),
    },
    fx: {
      label: null,
      axis: 'bottom',
      domain: months,
      padding: 0.15,
      tickFormat: (month: string) => (isTicked(month) ? month : ''),
    },
    marks: [
      Plot.barY(bars, {
        fx: 'label',
        x: 'series',
        y: 'count',
        fill: 'series',
        href: 'href',
        title: (bar: Bar) => `${bar.label} · ${bar.series}: ${bar.count}`,
      }),
      Plot.ruleY([0], { stroke: 'var(--rule)' }),
    ],
  });
}
