import { defaultTemplate } from '../words/template';
import { wordsOf } from '../words/words';
import {
  authorsOf,
  before,
  citationOf,
  oneByOne,
  type AnnotatedArticle,
  type Articles,
  type Chunks,
  type ExportContext,
} from './format';
import { fileName, uniqueNames } from './fileName';
import { containedNote, markdownText, quoted } from './noteMarkdown';
import { fill, parseTemplate, type Names, type Template, type Values } from './template';
import { termsOf } from './terms';
import { obsidianTag, yamlText } from './yaml';
import { zip } from './zip';

/** The placeholders of a template; `docs/export.md` explains each. */
export const PLACEHOLDERS = {
  title: 'text',
  url: 'text',
  source: 'text',
  published: 'text',
  saved: 'text',
  exported: 'text',
  citation: 'text',
  titleInYaml: 'text',
  urlInYaml: 'text',
  sourceInYaml: 'text',
  authors: { name: 'text', nameInYaml: 'text' },
  tags: { tag: 'text' },
  notes: {
    id: 'text',
    quote: 'text',
    quoteInBlock: 'text',
    note: 'text',
    colour: 'text',
    created: 'text',
    updated: 'text',
    tags: { tag: 'text' },
    terms: { term: 'text', english: 'text' },
  },
  terms: { term: 'text', english: 'text', definition: 'text' },
} as const satisfies Names;

/** All articles in one document. */
export async function* write(articles: Articles, context: ExportContext): Chunks {
  const template = templateOf(context);
  // Properties are those of a file: where it holds several articles, they would be said of the first only.
  const hasProperties = await isOne(articles, context);
  let separator = '';
  for await (const each of oneByOne(articles, context)) {
    const text = document(each, template, context);
    yield separator + (hasProperties ? text : withoutProperties(text));
    separator = '\n';
  }
}

/** A ZIP with a document for each article. */
export function writeEach(articles: Articles, context: ExportContext): Chunks {
  const template = templateOf(context);
  const unique = uniqueNames();
  const untitled = wordsOf(context.language).files.untitled;
  async function* entries() {
    for await (const each of oneByOne(articles, context)) {
      const { title, publishedAt } = each.article;
      yield {
        name: unique(fileName(title ?? untitled, publishedAt ?? '', 'md')),
        chunks: [document(each, template, context)],
      };
    }
  }
  return zip(entries(), context.now);
}

/** Throws when the template has faults: it was to be checked with `parseTemplate` when it was written. */
function templateOf({ template, language }: ExportContext): Template {
  const parsed = parseTemplate(template ?? defaultTemplate(language), PLACEHOLDERS);
  if (parsed.is === 'faults') throw new Error(`the template has ${parsed.faults.length} faults`);
  return parsed.parts;
}

function document(each: AnnotatedArticle, template: Template, context: ExportContext): string {
  return `${fill(template, valuesOf(each, context)).trimEnd()}\n`;
}

function valuesOf(each: AnnotatedArticle, context: ExportContext): Values {
  const { article, annotations } = each;
  const { files, notes: noteWords } = wordsOf(context.language);
  const title = oneLine(article.title ?? files.untitled);
  const source = oneLine(article.source ?? '');
  const terms = termsOf(each, context);
  const day = (time: number) => context.local(time).slice(0, 10);
  const tagged = (tags: readonly string[]) =>
    [...new Set(tags.map(obsidianTag))].filter((tag) => tag !== null).map((tag) => ({ tag }));
  return {
    title: markdownText(title),
    url: encodedUrl(article.url),
    source: markdownText(source),
    published: article.publishedAt ?? '',
    saved: day(article.savedAt),
    exported: day(context.now),
    citation: markdownText(oneLine(citationOf(article, context))),
    titleInYaml: yamlText(title),
    urlInYaml: yamlText(article.url),
    sourceInYaml: yamlText(source),
    authors: authorsOf(article, context).map((name) => ({ name: markdownText(name), nameInYaml: yamlText(name) })),
    tags: tagged(annotations.flatMap(({ tags }) => tags)),
    notes: annotations.map(({ id, anchor, note, otherNotes, colour, createdAt, updatedAt, tags, entries }) => ({
      id: blockId(id),
      quote: markdownText(oneLine(anchor?.quote ?? '')),
      quoteInBlock: anchor === null ? '' : quoted(markdownText(anchor.quote)),
      note: [note, ...otherNotes].map(containedNote).filter(Boolean).join('\n\n'),
      colour: context.colourNames[colour] ?? noteWords.colours[colour],
      created: context.local(createdAt).replace('T', ' ').slice(0, 16),
      updated: context.local(updatedAt).replace('T', ' ').slice(0, 16),
      tags: tagged(tags),
      terms: terms
        .filter((term) => entries.includes(term.id))
        .map((term) => ({ term: term.zh, english: term.en ?? '' })),
    })),
    terms: terms.map(({ zh, en, definition }) => ({
      term: markdownText(zh),
      english: markdownText(en ?? ''),
      definition: markdownText(oneLine(definition)),
    })),
  };
}

async function isOne(articles: Articles, context: ExportContext): Promise<boolean> {
  let count = 0;
  for await (const _ of before(articles, context)) if (++count > 1) return false;
  return count === 1;
}

function withoutProperties(text: string): string {
  return text.replace(/^---\n[\s\S]*?\n---\n/, '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** As Obsidian names a block: letters, digits and hyphens. */
function blockId(id: string): string {
  return id.replace(/[^A-Za-z0-9-]/g, '-');
}

/** An address between `<` and `>` or brackets of a link: what would end it is encoded. */
function encodedUrl(url: string): string {
  return url
    .toWellFormed()
    .replace(/[<>()\s\\|]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
