/** TMX 1.4: the entries that the notes use, Chinese and English. */
import { wordsOf } from '../words/words';
import { oneByOne, type Articles, type Chunks, type ExportContext } from './format';
import { renderedIn, type Rendered } from './renderings';
import { xml, xmlAttribute } from './xml';

export async function* write(articles: Articles, context: ExportContext): Chunks {
  const version = xmlAttribute(context.version);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="Pangzhu" creationtoolversion="${version}" segtype="phrase" o-tmf="Pangzhu" adminlang="en" srclang="zh-CN" datatype="plaintext" creationdate="${stamp(context.now)}"/>
<body>
`;
  const seen = new Set<string>();
  for await (const each of oneByOne(articles, context)) {
    yield renderedIn(each, seen, context)
      .map((rendered) => unit(rendered, context))
      .join('');
  }
  yield '</body>\n</tmx>\n';
}

function unit({ entry, quote, url }: Rendered, { language }: ExportContext): string {
  const { zh, en } = entry.names;
  return [
    `<tu tuid="${xmlAttribute(entry.id)}">`,
    ...(quote === null ? [] : [`<note>${xml(quote)}</note>`]),
    `<prop type="x-source-url">${xml(url)}</prop>`,
    `<prop type="x-rendering">${xml(wordsOf(language).rendering[en.by])}</prop>`,
    `<tuv xml:lang="zh-CN"><seg>${xml(zh)}</seg></tuv>`,
    `<tuv xml:lang="en"><seg>${xml(en.text)}</seg></tuv>`,
    '</tu>\n',
  ].join('\n');
}

/** `20250603T081500Z`. */
function stamp(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
}
