/** One page that any browser shows and that does nothing: no script, nothing fetched. */
import { sha256 } from '@noble/hashes/sha2.js';
import { COLOURS } from '../model';
import { wordsOf } from '../words/words';
import {
  before,
  citationOf,
  oneByOne,
  type AnnotatedArticle,
  type Articles,
  type Chunks,
  type ExportContext,
} from './format';
import { STYLE_SHEET } from './htmlStyle';
import { noteHtml } from './noteHtml';
import { termsOf } from './terms';
import { toUtf8 } from './utf8';
import { xml, xmlAttribute } from './xml';

/** Titles beyond these are not listed at the top: nobody looks for one among so many there. */
const MOST_CONTENTS = 1_000;

export async function* write(articles: Articles, context: ExportContext): Chunks {
  const { lang, files } = wordsOf(context.language);
  const titles: string[] = [];
  for await (const { article } of before(articles, context)) {
    titles.push(article.title ?? files.untitled);
    if (titles.length > MOST_CONTENTS) break;
  }
  const name = titles.length === 1 ? titles[0]! : files.library;
  yield `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(STYLE_SHEET)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${xml(name)}</title>
<style>${STYLE_SHEET}</style>
</head>
<body>
<header><h1>${xml(name)}</h1><p>${xml(files.exportedOn(context.local(context.now).slice(0, 10)))}</p></header>
`;
  if (titles.length > 1 && titles.length <= MOST_CONTENTS) {
    const links = titles.map((title, index) => `<li><a href="#article-${index + 1}">${xml(title)}</a></li>`);
    yield `<nav aria-label="${xmlAttribute(files.contents)}"><h2>${xml(files.contents)}</h2><ol>${links.join('')}</ol></nav>\n`;
  }
  yield '<main>\n';
  let number = 0;
  for await (const each of oneByOne(articles, context)) yield articleHtml(each, ++number, context);
  yield '</main>\n</body>\n</html>\n';
}

function articleHtml(each: AnnotatedArticle, number: number, context: ExportContext): string {
  const { article, annotations } = each;
  const { files } = wordsOf(context.language);
  const about = [article.publishedAt, article.source].filter((part) => part !== null && part !== '');
  const title = xml(article.title ?? files.untitled);
  return `<article id="article-${number}" lang="zh-CN">
<h2>${linked(title, article.url)}</h2>
${about.length === 0 ? '' : `<p class="about">${xml(about.join(' · '))}</p>\n`}<p class="citation">${xml(citationOf(article, context))}</p>
${annotations.map((annotation) => noteOf(annotation, context)).join('')}${termList(each, context)}</article>
`;
}

function noteOf(
  { id, anchor, note, otherNotes, colour, tags, createdAt }: AnnotatedArticle['annotations'][number],
  context: ExportContext,
): string {
  const { files, notes } = wordsOf(context.language);
  const name = context.colourNames[colour] ?? notes.colours[colour];
  const quote =
    anchor === null
      ? `<p class="whole">${xml(files.onArticle)}</p>`
      : `<blockquote class="${COLOURS.includes(colour) ? colour : ''}">${xml(anchor.quote)}</blockquote>`;
  const texts = [note, ...otherNotes]
    .filter((text) => text.trim() !== '')
    .map((text) => `<div class="note">${noteHtml(text)}</div>`);
  const labels = tags.map((tag) => `<span class="tag">${xml(tag)}</span>`);
  const time = context.local(createdAt);
  return `<section id="${xmlAttribute(id)}">
${[quote, ...texts].join('\n')}
<p class="meta"><time datetime="${time}">${time.replace('T', ' ').slice(0, 16)}</time> <span>${xml(name)}</span> ${labels.join(' ')}</p>
</section>
`;
}

function termList(each: AnnotatedArticle, context: ExportContext): string {
  const terms = termsOf(each, context);
  if (terms.length === 0) return '';
  const items = terms.map(
    ({ zh, en, definition }) =>
      `<dt>${xml(zh)}${en === null ? '' : ` <span lang="en">${xml(en)}</span>`}</dt><dd lang="${context.language}">${xml(definition)}</dd>`,
  );
  return `<h3>${xml(wordsOf(context.language).files.terms)}</h3>\n<dl>${items.join('')}</dl>\n`;
}

function linked(text: string, url: string): string {
  return /^https?:/i.test(url) ? `<a href="${xmlAttribute(url)}" rel="noopener noreferrer nofollow">${text}</a>` : text;
}

function hashOf(text: string): string {
  return `sha256-${base64(sha256(toUtf8(text)))}`;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const group = (a! << 16) | (b << 8) | c;
    text += [18, 12, 6, 0].map((shift) => DIGITS[(group >> shift) & 63]).join('');
  }
  const missing = (3 - (bytes.length % 3)) % 3;
  return text.slice(0, text.length - missing) + '='.repeat(missing);
}
