import type { ElementContent } from 'hast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { isPlain } from './noteMarkdown';
import { xml } from './xml';

/** Neither pictures, which would be fetched, nor forms. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['img', 'input', 'picture', 'source']);
const SCHEMA = {
  ...defaultSchema,
  tagNames: defaultSchema.tagNames!.filter((name) => !NOT_SHOWN.has(name)),
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'] },
};

/** HTML in a note stays text, as everywhere with us; by itself it is a paragraph. */
function htmlAsText(
  _state: unknown,
  { value }: { readonly value: string },
  parent?: { readonly type: string },
): ElementContent {
  const text = { type: 'text', value } as const;
  if (parent === undefined || !/^(?:root|blockquote|listItem|footnoteDefinition)$/.test(parent.type)) return text;
  return { type: 'element', tagName: 'p', properties: {}, children: [text] };
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { handlers: { html: htmlAsText } })
  .use(rehypeSanitize, SCHEMA)
  .use(rehypeStringify)
  .freeze();

/** A note as HTML that can do nothing but be read. */
export function noteHtml(note: string): string {
  const text = note.toWellFormed();
  if (isPlain(text)) return `<p>${xml(text.trim())}</p>`;
  return String(processor.processSync(text));
}
