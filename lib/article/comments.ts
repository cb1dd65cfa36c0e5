import type { FieldRule } from '../model';
import type { Rule } from './rules';

/** Fields that Founder's publishing system keeps in a comment: `<!--enpproperty <founder-date>2026-06-26</founder-date>… -->`. */
export function comment(tag: string, name: FieldRule = `comment ${tag}`): Rule {
  const inside = new RegExp(`<${tag}>([^]*?)</${tag}>`);
  return {
    name,
    *find({ document }) {
      const comments = document.createNodeIterator(document, NodeFilter.SHOW_COMMENT);
      for (let node = comments.nextNode(); node !== null; node = comments.nextNode()) {
        const found = inside.exec(node.nodeValue!);
        if (found !== null) yield withoutTags(found[1]!);
      }
    },
  };
}

/** Titles have their tags and entities in there: 标题&nbsp;<br>. */
function withoutTags(html: string): string {
  return new DOMParser().parseFromString(html.replace(/<[^>]*>/g, ' '), 'text/html').body.textContent;
}
