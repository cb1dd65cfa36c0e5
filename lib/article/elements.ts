import type { Rule } from './rules';

/** Parts of a page that speak of other articles. */
export const ELSEWHERE = 'aside, footer, nav, [class*="comment" i], [class*="related" i], [class*="recommend" i]';
/** An item of a list that leads to another article. */
export const ITEM = 'li:has(a)';

/** What the elements show that a selector finds: ids and classes of known sites. Attributes (`alt`) are never read. */
export function element(selector: string): Rule {
  return {
    name: `element ${selector}`,
    find: ({ document }) => Array.from(document.querySelectorAll(selector), shownIn),
  };
}

/** As `element`, but not in lists of other articles, nor among comments. */
export function ownElement(selector: string, read: (found: Element) => string | null = shownIn): Rule {
  return {
    name: selector === 'time[datetime]' ? selector : `element ${selector}`,
    find: ({ document }) =>
      Array.from(document.querySelectorAll(selector), (found) =>
        found.closest(`${ELSEWHERE}, ${ITEM}`) ? null : read(found),
      ),
  };
}

/** The text of an element, its nodes parted by spaces: `<em>2022</em><em>05</em>/<em>13</em>` are three words. */
function shownIn(found: Element): string {
  const nodes = found.ownerDocument.createTreeWalker(found, NodeFilter.SHOW_TEXT);
  let text = '';
  while (nodes.nextNode() !== null) {
    if (!nodes.currentNode.parentElement!.matches('script, style')) text += `${nodes.currentNode.nodeValue} `;
  }
  return text;
}
