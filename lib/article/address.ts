import type { Rule } from './rules';

/** Addresses of printed papers' pages: the day is that of the paper. */
const PAPERS = [
  // Founder, 人民日报 until 2024: nw.D110000renmrb_20220816_3-17.htm; 光明日报: nw.D110000gmrb_20260803_1-05.htm
  /nw\.D\d+\w*?_(?<day>\d{8})_\d+-(?<page>\w+)/,
  // Founder, new: /pc/content/202608/03/content_30.html; with the page in the address of a layout
  /\/pc\/(?:\w+\/)*(?:content|layout)\/(?<day>\d{6}\/\d{2})\/(?:node_(?<page>\w+))?/,
  // Founder, classic, on the host of a paper: /html/2026-06/25/content_123.htm
  /^https?:\/\/[^/]*(?:paper|szb|digital|rb\.)[^/]*\/.*?\/?html\/(?<day>\d{4}-\d{2}\/\d{2})\/(?:content|node|nbs)/,
  /gmrb_(?<day>\d{8})_o-(?<page>\d+)/,
  // 山西日报: /shtml/sxrb/20260627/33011.shtml
  /\/shtml\/[a-z]+\/(?<day>\d{8})\//,
];

export const paperDate: Rule = { name: 'paper address', find: ({ url }) => [paperIn(url)?.day?.replace(/\D/g, '')] };

export const paperPage: Rule = { name: 'paper address', find: ({ url }) => [paperIn(url)?.page] };

/** 2026-06/25, 202606/25, 2026/0625, t20260625_: the date that many sites file an article under. */
export const filedDate: Rule = {
  name: 'url',
  find: ({ url }) => {
    const path = url.replace(/^[a-z]+:\/\/[^/]*|[?#].*/g, '');
    const found = /(?<!\d)((?:19|20)\d{2})[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(path);
    return [found && found.slice(1).join('-')];
  },
};

export function isPaper(url: string): boolean {
  return paperIn(url) !== undefined;
}

function paperIn(url: string): Readonly<Record<string, string | undefined>> | undefined {
  for (const pattern of PAPERS) {
    const groups = pattern.exec(url)?.groups;
    if (groups !== undefined) return groups;
  }
}
