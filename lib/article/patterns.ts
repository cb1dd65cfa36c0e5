import { dateBeside, textAfter, textBefore } from './heading';
import type { Page, Rule } from './rules';

/**
 * Where a page says in which printed paper its text stood: 《人民日报》（2026年08月03日 第 01 版）,
 * 山西日报 2026年06月27日 星期六 第01版, （来源：《山西日报》2026年6月20日第3版）.
 */
const PAPER_LINE =
  /(?<paper>《\s*[^《》]{2,12}?\s*》|(?<!\p{Script=Han})\p{Script=Han}{1,8}报)?\s*[(（]?\s*(?<day>(?:19|20)\d{2}\s*(?:年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|-\d{1,2}-\d{1,2}))\s*(?:(?:星期|周)[一二三四五六日])?[\s,，|:：/]*(?:第\s*)?(?<page>[A-Z]?\s*\d{1,3})\s*版/u;
/** UTF-16 units. Longer paragraphs are prose, which may speak of another paper. */
const SHORT = 60;

export const dateLine: Rule = { name: 'date line', find: ({ heading }) => [heading && dateBeside(heading)] };

/** The part of the line about the printed paper. */
export function paperLine(part: 'paper' | 'day' | 'page'): Rule {
  return { name: 'paper line', find: (page) => [paperLineOf(page)?.[part]] };
}

function paperLineOf({ document, heading }: Page): Readonly<Record<string, string>> | null {
  const around = heading === null ? [] : [textBefore(heading).slice(-SHORT), textAfter(heading).slice(0, 2 * SHORT)];
  const lines = Array.from(document.querySelectorAll('p, .date, .paper-info'), (each) => each.textContent.trim());
  for (const text of [...around, ...lines.filter((line) => line.length < SHORT)]) {
    const found = PAPER_LINE.exec(text.replace(/\s+/g, ' '));
    if (found !== null) return found.groups as Record<string, string>;
  }
  return null;
}

/** WeChat writes the date by a script: `var ct = "1656410400"`, seconds since the epoch. */
export const weChatTime: Rule = {
  name: 'script',
  *find({ document }) {
    if (document.querySelector('#js_content, #js_name') === null) return;
    for (const script of document.scripts) {
      const found = /\bct\s*=\s*["'](\d{10})["']/.exec(script.textContent);
      if (found !== null) yield new Date(Number(found[1]) * 1000).toISOString();
    }
  },
};
