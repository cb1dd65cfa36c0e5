import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
/** What can reach beyond a note: HTML, and code that is not ended. */
const REACHES_OUT = /<|```|~~~/;
/**
 * What may mean something else in Markdown, as CommonMark, Obsidian and pandoc read it, wherever it stands in a line;
 * pandoc makes other marks of straight quotation marks, hyphens and points.
 */
const SPECIAL = /[\\`*_{}[\]<#|~$^@"']|&(?=#?\w+;)|=(?==)|-(?=-)|\.(?=\.\.)/g;
/** What means something at the beginning of a line only. A letter or number is kept from being that of a list. */
const AT_LINE_START = /^(\s*)(?:([-+:(>=])|(\d{1,9}|[a-z]|[ivxlcdm]+)(?=[.)]))/gim;
/** Left alone, so that it can be followed. */
const ADDRESS = /https?:\/\/[\w.~:/?#@!$&()+,;=%-]+/g;

/** Lines that no rule of Markdown concerns. */
const PLAIN = /^(?:(?! {4}|\t|\s*(?:[-+:=>]|\d+[.)]))[^\\`*_[\]<#|~&@\r\n]*(?:\n(?!\n)|$))+$/;
const LINK = /:\/\/|www\./i;

/** One paragraph of nothing but text. Most notes are, and parsing is slow. */
export function isPlain(note: string): boolean {
  return PLAIN.test(note) && !LINK.test(note);
}

export function parseNote(note: string): Root {
  return parser.parse(note);
}

/**
 * A note as it can stand among others: HTML stays text, as everywhere with us, and what it begins it ends. Else as the
 * reader wrote it.
 */
export function containedNote(note: string): string {
  const text = note.toWellFormed().replace(/\r\n?/g, '\n').trim();
  if (!REACHES_OUT.test(text)) return text;
  const edits: { readonly from: number; readonly to: number }[] = [];
  visit(parseNote(text), (node) => {
    if (node.type === 'html') edits.push({ from: node.position!.start.offset!, to: node.position!.end.offset! });
  });
  let contained = text;
  for (const { from, to } of edits.toReversed()) {
    contained = contained.slice(0, from) + contained.slice(from, to).replace(/</g, '\\<') + contained.slice(to);
  }
  return contained + openFence(contained);
}

/** Text of others (quotes, titles) as Markdown shows it unchanged. */
export function markdownText(text: string): string {
  const plain = text.toWellFormed().replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n');
  const escaped = (part: string) => part.replace(SPECIAL, (character) => `\\${character}`);
  let marked = '';
  let from = 0;
  for (const { 0: address, index } of plain.matchAll(ADDRESS)) {
    marked += escaped(plain.slice(from, index)) + address;
    from = index + address.length;
  }
  marked += escaped(plain.slice(from));
  return marked
    .replace(AT_LINE_START, (_, space: string, mark?: string, item?: string) =>
      item === undefined ? `${space}\\${mark}` : `${space}${item}\\`,
    )
    .replace(/^[ \t]+/gm, '');
}

/** In a block quote; a line break stays one. */
export function quoted(markdown: string): string {
  return markdown
    .split('\n')
    .map((line, index, all) =>
      `> ${line}${index < all.length - 1 && line !== '' && all[index + 1] !== '' ? '\\' : ''}`.trimEnd(),
    )
    .join('\n');
}

/** The fence that ends a last block of code that the note left open. */
function openFence(text: string): string {
  const fence = parseNote(text).children.at(-1);
  if (fence?.type !== 'code') return '';
  const lines = text.slice(fence.position!.start.offset, fence.position!.end.offset).split('\n');
  const [mark] = /^(?:`{3,}|~{3,})/.exec(lines[0]!.trim()) ?? [];
  if (mark === undefined) return '';
  const last = lines.length > 1 ? lines.at(-1)!.trim() : '';
  const isEnded = last.startsWith(mark) && new Set(last).size === 1;
  return isEnded ? '' : `\n${mark}`;
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}
