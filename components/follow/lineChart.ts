/** Several lines over time, with how many articles there are beneath: one picture, told apart without colour. */
import type { Bin } from '../../lib/track/bins';

export interface ChartLine {
  readonly name: string;
  /** One for each bin; null: there are no articles to count. */
  readonly values: readonly (number | null)[];
  /** What a point says, and where it leads. */
  readonly titles: readonly string[];
  readonly hrefs: readonly string[];
}

export interface ChartContent {
  readonly bins: readonly (Bin & { readonly all: number })[];
  readonly lines: readonly ChartLine[];
  readonly isShare: boolean;
  readonly measure: string;
  readonly denominator: string;
}

type Plot = typeof import('@observablehq/plot');

/** Of each line its own of all three. */
const COLOURS = ['--formulation', '--official', '--programme', '--institution', '--accent', '--event'] as const;
const DASHES = ['none', '7 4', '2 3', '10 3 2 3', '1 5', '14 5'] as const;
const SYMBOLS = ['circle', 'square', 'triangle', 'diamond', 'star', 'wye'] as const;

/** px */
const HEIGHT = 260;
const STRIP = 84;
const LEGEND_LINE = 24;
const SAMPLE = 36;
const TICK = 74;
/** Bins of which the marks would hide each other. */
const MANY = 60;
/** px by which each line is wider than the one that lies on it. */
const WIDER = 1.5;
const LETTER = 14;
const MARGIN = { left: 44, right: 16 } as const;
const STYLE = { background: 'transparent', color: 'var(--ink)', fontSize: '13px', fontFamily: 'var(--font)' };

export function drawLines(
  Plot: Plot,
  { bins, lines, isShare, measure, denominator }: ChartContent,
  width: number,
): SVGSVGElement {
  const at = (number: number) => middleOf(bins[number]!);
  const points = lines.map((line, series) =>
    line.values.map((value, number) => ({
      at: at(number),
      value: value ?? NaN,
      title: line.titles[number]!,
      href: line.hrefs[number]!,
      series,
    })),
  );
  /** Of lines that lie on each other the lower ones look out at the sides. */
  const below = (series: number) => lines.length - 1 - series;
  const domain = domainOf(bins);
  const shared = { width, marginLeft: MARGIN.left, marginRight: MARGIN.right, style: STYLE } as const;
  const most = Math.max(isShare ? 0.01 : 1, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const top = Plot.plot({
    ...shared,
    height: HEIGHT,
    marginTop: 24,
    marginBottom: 28,
    x: { type: 'utc', domain, label: null, ...ticksOf(bins, width) },
    y: {
      domain: [0, most],
      grid: true,
      ticks: isShare ? 5 : Math.min(5, most),
      label: measure,
      tickFormat: isShare ? '~%' : 'd',
    },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--rule)' }),
      ...points.flatMap((own, series) => [
        Plot.line(own, {
          x: 'at',
          y: 'value',
          stroke: colourOf(series),
          strokeWidth: 2 + below(series) * WIDER,
          strokeDasharray: DASHES[series % DASHES.length]!,
        }),
        Plot.dot(
          own.filter(({ value }) => value > 0),
          {
            x: 'at',
            y: 'value',
            symbol: SYMBOLS[series % SYMBOLS.length]!,
            r: (bins.length > MANY ? 3 : 4.5) + below(series) * WIDER,
            href: 'href',
            title: 'title',
            fill: colourOf(series),
            stroke: 'var(--ground)',
            strokeWidth: 1,
          },
        ),
      ]),
    ],
  });
  const strip = Plot.plot({
    ...shared,
    height: STRIP,
    marginTop: 20,
    marginBottom: 8,
    x: { type: 'utc', domain, axis: null },
    y: { ticks: 2, label: denominator, tickFormat: 'd' },
    marks: [
      Plot.rectY(bins, {
        x1: ({ from }: Bin) => new Date(from),
        x2: ({ to }: Bin) => new Date(Date.parse(to) + DAY),
        y: 'all',
        fill: 'var(--rule)',
        insetLeft: 0.5,
        insetRight: 0.5,
        title: ({ name, all }: Bin & { readonly all: number }) => `${name}: ${all}`,
      }),
      Plot.ruleY([0], { stroke: 'var(--ink-soft)' }),
    ],
  });
  return stacked([legend(lines, width), top as SVGSVGElement, strip as SVGSVGElement], width);
}

const DAY = 86_400_000;

/** A little room at both ends, so that the marks are whole. */
function domainOf(bins: ChartContent['bins']): [Date, Date] {
  const [first, last] = [Date.parse(bins[0]!.from), Date.parse(bins.at(-1)!.to) + DAY];
  return [new Date(first), new Date(last)];
}

function middleOf({ from, to }: Bin): Date {
  return new Date((Date.parse(from) + Date.parse(to) + DAY) / 2);
}

/** As many bins as can be named beside each other. */
function ticksOf(bins: ChartContent['bins'], width: number) {
  const every = Math.max(1, Math.ceil((bins.length * TICK) / (width - MARGIN.left - MARGIN.right)));
  const named = bins.filter((_, number) => number % every === 0);
  const names = new Map(named.map((bin) => [middleOf(bin).getTime(), bin.name]));
  return { ticks: named.map(middleOf), tickFormat: (date: Date) => names.get(date.getTime()) ?? '' };
}

function colourOf(series: number): string {
  return `var(${COLOURS[series % COLOURS.length]!})`;
}

const SVG = 'http://www.w3.org/2000/svg';

function element(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/** A sample of each line with its name, as many beside each other as there is room. */
function legend(lines: readonly ChartLine[], width: number): SVGSVGElement {
  const own = element('svg', {
    width,
    'font-family': 'var(--font)',
    'font-size': 13,
    fill: 'var(--ink)',
  }) as SVGSVGElement;
  let [x, y] = [0, 0];
  lines.forEach(({ name }, series) => {
    const room = SAMPLE + 12 + Math.min(name.length, 24) * LETTER + 18;
    if (x > 0 && x + room > width) [x, y] = [0, y + LEGEND_LINE];
    const middle = y + LEGEND_LINE / 2;
    const dash = DASHES[series % DASHES.length]!;
    own.append(
      element('line', {
        x1: x,
        x2: x + SAMPLE,
        y1: middle,
        y2: middle,
        stroke: colourOf(series),
        'stroke-width': 2,
        'stroke-dasharray': dash,
      }),
      element('path', {
        d: symbolPath(series),
        transform: `translate(${x + SAMPLE / 2},${middle})`,
        fill: colourOf(series),
      }),
      element('text', { x: x + SAMPLE + 8, y: middle + 4.5 }, name),
    );
    x += room;
  });
  own.setAttribute('height', String(y + LEGEND_LINE));
  return own;
}

/** The same shapes as on the lines, of radius 4.5. */
function symbolPath(series: number): string {
  const name = SYMBOLS[series % SYMBOLS.length]!;
  switch (name) {
    case 'circle':
      return 'M4.5,0A4.5,4.5,0,1,1,-4.5,0A4.5,4.5,0,1,1,4.5,0Z';
    case 'square':
      return 'M-4,-4H4V4H-4Z';
    case 'triangle':
      return 'M0,-5.6L4.9,2.8L-4.9,2.8Z';
    case 'diamond':
      return 'M0,-6.1L3.5,0L0,6.1L-3.5,0Z';
    case 'star':
      return 'M0,-6L1.4,-1.9L5.7,-1.9L2.2,0.7L3.5,4.9L0,2.3L-3.5,4.9L-2.2,0.7L-5.7,-1.9L-1.4,-1.9Z';
    case 'wye':
      return 'M1.7,1L1.7,5L-1.7,5L-1.7,1L-5,-1L-3.4,-3.9L0,-2L3.4,-3.9L5,-1Z';
  }
}

/** Pictures one above the other, as one. */
function stacked(parts: readonly SVGSVGElement[], width: number): SVGSVGElement {
  let height = 0;
  const whole = element('svg', { width, 'font-family': 'var(--font)' }) as SVGSVGElement;
  for (const part of parts) {
    part.setAttribute('y', String(height));
    height += Number(part.getAttribute('height'));
    whole.append(part);
  }
  whole.setAttribute('height', String(height));
  whole.setAttribute('viewBox', `0 0 ${width} ${height}`);
  return whole;
}
