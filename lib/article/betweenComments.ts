import type { Rule } from './rules';

/** UTF-16 units between the two comments of a field. */
const LONGEST = 400;

/** Fields that a publishing system keeps between comments: `<!--<npm:article-title>-->标题<!--</npm:article-title>-->`. */
export function betweenComments(tag: string): Rule {
  return {
    name: `comment ${tag}`,
    *find({ document }) {
      const comments = document.createNodeIterator(document, NodeFilter.SHOW_COMMENT);
      for (let node = comments.nextNode(); node !== null; node = comments.nextNode()) {
        if (node.nodeValue!.trim() === `<${tag}>`) yield textAfter(node);
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
