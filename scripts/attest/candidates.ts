/** What a text has and the reference lacks: formulations by their form, officials by the office before a name. */
import { rolesEndingAt } from '../../lib/detect/offices';
import { AFTER_NAMES, titleEndingAt } from '../../lib/detect/titles';
import type { Mention, Span } from '../../lib/model';
import { normalise } from '../../lib/text/normalise';
import type { ArticleText } from './documents';

export interface Found {
  readonly article: string;
  /** Some characters to each side. */
  readonly context: string;
}

export interface Candidate {
  readonly kind: 'formulation' | 'programme' | 'document' | 'official';
  readonly name: string;
  /** For officials, as written. */
  readonly office: string | null;
  readonly why: string;
  readonly found: readonly Found[];
}

const AROUND = 12;
const SHORTEST = 2;
const LONGEST = 14;
const NUMERAL_CODE = /^[一二三四五六七八九十百两双几0-9]+[\p{Script=Han}]{1,6}$|^[0-9]{3,6}$/u;
const PROGRAMME = /(?:工程|行动|计划|战略|方案|机制)$/;
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤商蓝宁牛辛邢耿齐樊殷施洪翟安颜倪温芦季俞章鲁葛毕聂丛焦庞祁申左岳柴郎兰冀喻代';

/** Counts what the texts have and no mention covers; most frequent first. */
export function candidatesIn(
  articles: readonly { readonly article: ArticleText; readonly mentions: readonly Mention[] }[],
): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const { article, mentions } of articles) {
    const covered = ({ kind, start, end }: InText) =>
      mentions.some((each) =>
        kind === 'official' ? each.start < end && start < each.end : each.start <= start && end <= each.end,
      );
    for (const candidate of [
      ...quotedIn(article),
      ...titlesIn(article),
      ...shortNamesIn(article),
      ...officialsIn(article),
    ]) {
      if (covered(candidate)) continue;
      const { start, end, ...rest } = candidate;
      const context = article.text.slice(Math.max(0, start - AROUND), end + AROUND).replace(/\s+/g, ' ');
      const key = `${rest.kind} ${rest.name}`;
      const before = found.get(key) ?? { ...rest, found: [] };
      found.set(key, { ...before, found: [...before.found, { article: article.id, context }] });
    }
  }
  return [...found.values()].sort(
    (a, b) => a.kind.localeCompare(b.kind) || b.found.length - a.found.length || (a.name < b.name ? -1 : 1),
  );
}

type InText = Omit<Candidate, 'found'> & Span;

function* matches(text: string, pattern: RegExp): Generator<Span & { readonly name: string }> {
  for (const found of text.matchAll(pattern)) {
    const name = found[1]!;
    const start = found.index + found[0].indexOf(name);
    yield { name, start, end: start + name.length };
  }
}

function* quotedIn({ text }: ArticleText): Generator<InText> {
  for (const { name, ...span } of matches(text, /[“「『]([^“”「」『』\s]+)[”」』]/g)) {
    if (name.length < SHORTEST || name.length > LONGEST || !/\p{Script=Han}|\d/u.test(name)) continue;
    const kind = PROGRAMME.test(name) ? 'programme' : 'formulation';
    yield { kind, name, office: null, why: NUMERAL_CODE.test(name) ? 'quoted numeral code' : 'quoted', ...span };
  }
}

function* titlesIn({ text }: ArticleText): Generator<InText> {
  for (const { name, ...span } of matches(text, /《([^《》]{4,60})》/g)) {
    yield { kind: 'document', name: `《${name.replace(/\s+/g, '')}》`, office: null, why: 'title', ...span };
  }
}

function* shortNamesIn({ text }: ArticleText): Generator<InText> {
  for (const { name, ...span } of matches(text, /[（(](?:以下|下)(?:简)?称[“「]([^“”「」]{2,20})[”」][）)]/g)) {
    yield { kind: 'formulation', name, office: null, why: 'the text gives it as a short name', ...span };
  }
}

/** An office, then a surname with one or two more characters and something that follows names. */
function* officialsIn({ text: original }: ArticleText): Generator<InText> {
  const normal = normalise(original);
  const { text } = normal;
  const place = { region: null, by: 'text', provinces: new Set<string>() } as const;
  const reading = { original, normal, place, date: null };
  for (let at = 2; at < text.length - 1; at++) {
    if (!SURNAMES.includes(text[at]!) || titleEndingAt(text, at) === null) continue;
    const [first] = rolesEndingAt(at, reading);
    const length = [3, 2].find((each) => mayFollow(text, at + each) && isName(text.slice(at, at + each)));
    if (first === undefined || length === undefined || ['other', 'none'].includes(first.body)) continue;
    const start = normal.starts[at]!;
    yield {
      kind: 'official',
      name: text.slice(at, at + length),
      office: text.slice(first.start, at),
      why: 'a name after an office',
      start,
      end: normal.ends[at + length - 1]!,
    };
  }
}

function isName(text: string): boolean {
  return /^\p{Script=Han}+$/u.test(text) && !mayFollow(text, 1);
}

function mayFollow(text: string, at: number): boolean {
  return !/^\p{Script=Han}/u.test(text.slice(at, at + 2)) || AFTER_NAMES.some((word) => text.startsWith(word, at));
}
