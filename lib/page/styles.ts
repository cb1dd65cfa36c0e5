import type { Kind } from '../model';
import { noteStyles } from './notePaint';
import { highlightName, HIGHLIGHT_PREFIX } from './paint';

/** Lines told apart by colour and by form. The colours are Okabe and Ito's, safe for colour-blind readers. */
const LINES: Readonly<Record<Kind, { readonly line: 'dotted' | 'solid' | 'dashed'; readonly colour: string }>> = {
  formulation: { line: 'dotted', colour: '#0072b2' },
  programme: { line: 'dotted', colour: '#009e73' },
  official: { line: 'solid', colour: '#d55e00' },
  institution: { line: 'dashed', colour: '#cc79a7' },
  meeting: { line: 'dashed', colour: '#56b4e9' },
  document: { line: 'dashed', colour: '#009e73' },
  place: { line: 'dotted', colour: '#777777' },
  event: { line: 'dashed', colour: '#e69f00' },
};

/** Kinds that are recognised by their form too. */
const UNLISTED = ['formulation', 'official'] as const;

/** From where a style sheet comes, as the browser ranks them. */
export type Origin = 'USER' | 'AUTHOR';

/**
 * The style sheet of the marks for an origin. Lines come from the user's, which reaches into shadow trees and
 * over the page's own rules; backgrounds from the author's, as Chromium draws none from the user's. Colours are
 * mixed with the text's, so that they hold on dark pages too. Lines stay within 2 px and without offset:
 * Firefox clips what reaches further. Nothing is printed.
 */
export function markStyles(style: 'line' | 'faint' | 'tint', origin: Origin): string {
  const isBackground = origin === 'AUTHOR';
  const rules = (Object.keys(LINES) as Kind[]).flatMap((kind) => {
    const { line, colour } = LINES[kind];
    if ((style === 'tint') !== isBackground) return [];
    return [`::highlight(${highlightName('known', kind)}) { ${declarationsOf(style, line, colour)} }`];
  });
  for (const kind of UNLISTED) {
    if ((style === 'tint') !== isBackground) continue;
    rules.push(
      `::highlight(${highlightName('unlisted', kind)}) { ${unlistedDeclarations(style, LINES[kind].colour)} }`,
    );
  }
  if (isBackground) rules.unshift(...noteStyles(), `::highlight(${HIGHLIGHT_PREFIX}current) { ${CURRENT} }`);
  return `@media not print {\n${rules.join('\n')}\n}`;
}

const CURRENT = 'background-color: color-mix(in srgb, currentColor 16%, transparent) !important;';

/** The same lines for elements, one class a kind: a legend. */
export function lineStyles(classPrefix: string): string {
  return (Object.keys(LINES) as Kind[])
    .map((kind) => `.${classPrefix}${kind} { ${declarationsOf('line', LINES[kind].line, LINES[kind].colour)} }`)
    .join('\n');
}

/** The kind's colour, thinner, paler and always dotted: the article says so, not the reference. */
function unlistedDeclarations(style: 'line' | 'faint' | 'tint', colour: string): string {
  if (style === 'tint') return `background-color: color-mix(in srgb, ${colour} 9%, transparent) !important;`;
  const share = style === 'line' ? 55 : 35;
  return `text-decoration: underline dotted 1px color-mix(in oklab, ${colour} ${share}%, transparent) !important;`;
}

function declarationsOf(style: 'line' | 'faint' | 'tint', line: string, colour: string): string {
  const mixed = (share: number) => `color-mix(in oklab, currentColor ${100 - share}%, ${colour} ${share}%)`;
  switch (style) {
    case 'line':
      return `text-decoration: underline ${line} ${line === 'solid' ? '1.5px' : '2px'} ${mixed(75)} !important;`;
    case 'faint':
      return `text-decoration: underline ${line} 1px color-mix(in oklab, ${mixed(60)} 60%, transparent) !important;`;
    case 'tint':
      return `background-color: color-mix(in srgb, ${colour} 22%, transparent) !important;`;
  }
}
