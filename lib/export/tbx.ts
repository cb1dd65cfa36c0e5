/** TBX-Basic (TBX version 3, ISO 30042:2019), in DCA style: the entries that the notes use, Chinese and English. */
import { wordsOf } from '../words/words';
import { oneByOne, type Articles, type Chunks, type ExportContext } from './format';
import { renderedIn, type Rendered } from './renderings';
import { xml, xmlAttribute } from './xml';

/** A rendering of ours has no standing. */
const STATUS = { official: 'preferredTerm-admn-sts', usual: 'admittedTerm-admn-sts', ours: null, pack: null } as const;

export async function* write(articles: Articles, context: ExportContext): Chunks {
  const { lang, files } = wordsOf(context.language);
  yield `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="${lang}" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>${xml(files.library)}</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
`;
  const seen = new Set<string>();
  for await (const each of oneByOne(articles, context)) {
    const concepts = renderedIn(each, seen, context).map((rendered) => concept(rendered, context));
    yield concepts.join('');
  }
  yield '</body></text>\n</tbx>\n';
}

function concept({ entry, quote, url }: Rendered, { language }: ExportContext): string {
  const { kinds, rendering } = wordsOf(language);
  const { zh, en } = entry.names;
  const defined = (lang: 'zh' | 'en') =>
    entry.kind === 'official' ? [] : [`<descrip type="definition">${xml(entry.gloss[lang])}</descrip>`];
  const source = /^https?:/i.test(url) ? `<admin type="source">${xml(url)}</admin>` : '';
  const context =
    quote === null ? [] : [`<descripGrp><descrip type="context">${xml(quote)}</descrip>${source}</descripGrp>`];
  const status = STATUS[en.by];
  return [
    // An id of XML begins with a letter.
    `<conceptEntry id="c-${xmlAttribute(entry.id.replace(/[^\w.-]/g, '_'))}">`,
    `<descrip type="subjectField">${xml(kinds[entry.kind])}</descrip>`,
    '<langSec xml:lang="zh-CN">',
    ...defined('zh'),
    `<termSec><term>${xml(zh)}</term><termNote type="partOfSpeech">noun</termNote>`,
    ...context,
    '</termSec></langSec>',
    '<langSec xml:lang="en">',
    ...defined('en'),
    `<termSec><term>${xml(en.text)}</term><termNote type="partOfSpeech">noun</termNote>`,
    ...(status === null ? [] : [`<termNote type="administrativeStatus">${status}</termNote>`]),
    `<note>${xml(rendering[en.by])}</note></termSec></langSec>`,
    '</conceptEntry>\n',
  ].join('\n');
}
