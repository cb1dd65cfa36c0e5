/** A note in Markdown as paragraphs of Word. */
import {
  ExternalHyperlink,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import type { BlockContent, DefinitionContent, PhrasingContent, RootContent, TableRow as Row } from 'mdast';
import { isPlain, parseNote } from './noteMarkdown';
import { sayable } from './xml';

/** Twentieths of a point for each level of lists and quotes. */
const INDENT = 400;
const MONOSPACE = 'Consolas';
const HEADINGS = [HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5] as const;

type Marks = Pick<IRunOptions, 'bold' | 'italics' | 'strike' | 'font'>;
type Block = Paragraph | Table;

export function noteParagraphs(note: string): Block[] {
  if (note.trim() === '') return [];
  if (isPlain(note)) return [new Paragraph({ children: runsOf(note.trim()) })];
  return parseNote(note.toWellFormed()).children.flatMap((node) => blocksOf(node, 0));
}

/** A text with its line breaks. */
export function runsOf(text: string, marks: Marks = {}): TextRun[] {
  return sayable(text)
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line, index) => new TextRun({ text: line, ...marks, ...(index === 0 ? {} : { break: 1 }) }));
}

function blocksOf(node: RootContent | BlockContent | DefinitionContent, depth: number): Block[] {
  const indent = { left: depth * INDENT };
  switch (node.type) {
    case 'paragraph':
      return [new Paragraph({ indent, children: node.children.flatMap((child) => inline(child, {})) })];
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[Math.min(node.depth, HEADINGS.length) - 1]!,
          children: node.children.flatMap((child) => inline(child, {})),
        }),
      ];
    case 'blockquote':
      return node.children.flatMap((child) => blocksOf(child, depth + 1));
    case 'list':
      return node.children.flatMap((item, index) => {
        const mark = node.ordered === true ? `${(node.start ?? 1) + index}. ` : '• ';
        const blocks = item.children.flatMap((child) => blocksOf(child, depth + 1));
        const [first] = item.children;
        if (first?.type !== 'paragraph') return [new Paragraph({ indent, children: runsOf(mark) }), ...blocks];
        const children = [...runsOf(mark), ...first.children.flatMap((child) => inline(child, {}))];
        return [new Paragraph({ indent: { left: (depth + 1) * INDENT }, children }), ...blocks.slice(1)];
      });
    case 'code':
      return [new Paragraph({ indent, children: runsOf(node.value, { font: MONOSPACE }) })];
    case 'html':
      return [new Paragraph({ indent, children: runsOf(node.value) })];
    case 'table':
      return [new Table({ rows: node.children.map(tableRow) })];
    case 'thematicBreak':
      return [new Paragraph({ thematicBreak: true })];
    case 'footnoteDefinition':
      return node.children.flatMap((child) => blocksOf(child, depth + 1));
    // Not blocks, or of no text of their own.
    case 'definition':
    case 'yaml':
    case 'listItem':
    case 'tableRow':
    case 'tableCell':
    case 'text':
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'inlineCode':
    case 'break':
    case 'link':
    case 'linkReference':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      return [];
  }
}

function tableRow(row: Row): TableRow {
  const cells = row.children.map(
    (cell) =>
      new TableCell({ children: [new Paragraph({ children: cell.children.flatMap((child) => inline(child, {})) })] }),
  );
  return new TableRow({ children: cells });
}

function inline(node: PhrasingContent, marks: Marks): ParagraphChild[] {
  const inside = (more: Marks) =>
    'children' in node ? node.children.flatMap((child) => inline(child, { ...marks, ...more })) : [];
  switch (node.type) {
    case 'text':
    case 'html':
      return runsOf(node.value, marks);
    case 'strong':
      return inside({ bold: true });
    case 'emphasis':
      return inside({ italics: true });
    case 'delete':
      return inside({ strike: true });
    case 'inlineCode':
      return runsOf(node.value, { ...marks, font: MONOSPACE });
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'link':
      return /^(?:https?|mailto):/i.test(node.url)
        ? [new ExternalHyperlink({ link: encodeURI(decoded(node.url.toWellFormed())), children: inside({}) })]
        : inside({});
    case 'image':
    case 'imageReference':
      return runsOf(node.alt ?? '', marks);
    case 'linkReference':
      return inside({});
    case 'footnoteReference':
      return runsOf(`[${node.identifier}]`, marks);
  }
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
