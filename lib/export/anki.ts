/**
 * Text for Anki: a card for each note on a passage, one for each entry used, a cloze for what it enumerates. The first
 * column identifies a card, so that importing again updates it.
 */
import type { AnnotatedArticle, Articles, Chunks, ExportContext } from './format';
import { citationOf, oneByOne } from './format';
import { noteHtml } from './noteHtml';
import { termOf } from './terms';
import { xml } from './xml';
import { wordsOf } from '../words/words';

interface Card {
  readonly id: string;
  readonly type: 'basic' | 'cloze';
  /** HTML. */
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
}

export async function* write(articles: Articles, context: ExportContext): Chunks {
  yield '#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n';
  const seen = new Set<string>();
  const { deck, cardTypes } = wordsOf(context.language).files;
  for await (const each of oneByOne(articles, context)) {
    const cards = [...noteCards(each, context), ...termCards(each, seen, context)];
    yield cards
      .map(({ id, type, front, back, tags }) =>
        [id, cardTypes[type], deck, front, back, tags.map(tagOf).filter(Boolean).join(' ')].map(field).join('\t'),
      )
      .map((line) => `${line}\n`)
      .join('');
  }
}

function noteCards({ article, annotations }: AnnotatedArticle, context: ExportContext): Card[] {
  const citation = xml(citationOf(article, context));
  return annotations
    .filter(({ anchor, note }) => anchor !== null && note.trim() !== '')
    .map(({ id, anchor, note, tags }) => ({
      id: `pangzhu-${id}`,
      type: 'basic',
      front: lines(anchor!.quote),
      back: `${noteHtml(note)}<hr><small>${citation}</small>`,
      tags,
    }));
}

/** Each entry once, with the first passage that uses it. */
function termCards({ article, annotations }: AnnotatedArticle, seen: Set<string>, context: ExportContext): Card[] {
  const { files, punctuation } = wordsOf(context.language);
  return annotations.flatMap(({ anchor, entries }) =>
    entries.flatMap((id): Card[] => {
      const entry = seen.has(id) ? undefined : context.card(id, article.publishedAt)?.entry;
      const term = entry === undefined ? null : termOf(id, article.publishedAt, context);
      if (entry === undefined || term === null) return [];
      seen.add(id);
      const example =
        anchor === null ? '' : `<hr>${lines(anchor.quote)}<br><small>${xml(citationOf(article, context))}</small>`;
      const english = term.en === null ? '' : `<br>${lines(term.en)}`;
      const basic: Card = {
        id: `pangzhu-entry-${id}`,
        type: 'basic',
        front: lines(term.zh),
        back: lines(term.definition) + english + example,
        tags: [entry.kind],
      };
      const members = entry.kind === 'official' ? null : entry.members;
      if (members === null || !members.complete || members.items.length === 0) return [basic];
      const items = members.items.map(({ zh }, index) => `{{c${index + 1}::${clozeSafe(lines(zh))}}}`);
      const heading = clozeSafe(lines(files.cloze(term.zh, members.items.length)));
      const cloze: Card = {
        id: `pangzhu-members-${id}`,
        type: 'cloze',
        front: `${heading}${punctuation.colon}<br>${items.join('<br>')}`,
        back: lines(term.definition) + english,
        tags: [entry.kind],
      };
      return [basic, cloze];
    }),
  );
}

function lines(text: string): string {
  return xml(text).replace(/\r\n?|&#13;|[\n\u2028\u2029]/g, '<br>');
}

/** Braces and colons of the text are none of the cloze. */
function clozeSafe(html: string): string {
  return html.replace(/\{(?=\{)|\}(?=\})|:(?=:)/g, '$&<!-- -->');
}

function tagOf(tag: string): string {
  return tag
    .toWellFormed()
    .trim()
    .replace(/[\s"]+/g, '_');
}

/** One line without tabs; in quotes where a quote is in it. */
function field(html: string): string {
  const line = html.replace(/>\n</g, '><').replace(/\n/g, '<br>').replaceAll('\t', ' ');
  return line.includes('"') || line.startsWith('#') ? `"${line.replaceAll('"', '""')}"` : line;
}
