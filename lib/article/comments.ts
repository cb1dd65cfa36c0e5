import type { FieldRule } from '../model';
import type { Rule } from './rules';

/** UTF-16 units between the two comments of a field. */
const LONGEST = 400;

/**
 * Fields that publishing systems keep in comments: Founder's e-papers in one, as
 * `<!--enpproperty <founder-date>2026-06-26</founder-date>… /enpproperty-->`, others around what is shown, as
 * `<!--<npm:article-title>-->标题<!--</npm:article-title>-->`.
 */
export function comment(tag: string, name: FieldRule = `comment ${tag}`): Rule {
  const [opening, inside] = [`<${tag}>`, new RegExp(`<${tag}>([^]*?)</${tag}>`)];
  return {
    name,
    *find({ document }) {
      const comments = document.createNodeIterator(document, NodeFilter.SHOW_COMMENT);
      for (let node = comments.nextNode(); node !== null; node = comments.nextNode()) {
        const text = node.nodeValue!;
        if (!text.includes(opening)) continue;
        const found = inside.exec(text);
        yield found === null ? textAfter(node) : withoutTags(found[1]!);
      }
    },
  };
}

function textAfter(node: Node): string {
  const nodes = node.ownerDocument!.createNodeIterator(
    node.ownerDocument!.documentElement,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT,
  );
  while (nodes.nextNode() !== node);
  let text = '';
  for (let next = nodes.nextNode(); next?.nodeType === Node.TEXT_NODE && text.length < LONGEST;) {
    text += next.nodeValue;
    next = nodes.nextNode();
  }
  return text;
}

/** Titles have their tags and entities in there: 标题&nbsp;<br>. */
function withoutTags(html: string): string {
  return new DOMParser().parseFromString(html.replace(/<[^>]*>/g, ' '), 'text/html').body.textContent;
}
