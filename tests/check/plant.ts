/** Errors planted in texts that are right, of the kinds that checking a draft is for. Not by the tables of the check itself. */
import { polyphonic } from 'pinyin-pro';
import { detect } from '../../lib/detect/detect';
import { regionOf } from '../../lib/detect/place';
import type { KnownMention, PartialDate, Term } from '../../lib/model';
import type { Lexicon } from '../../lib/reference/lexicon';
import { between, pick, type Random } from '../bench/random';

export const PLANTED = ['wording', 'members', 'order', 'office', 'validity', 'name', 'pairing'] as const;
export type PlantedKind = (typeof PLANTED)[number];

export interface DraftText {
  readonly id: string;
  readonly text: string;
  readonly date: PartialDate | null;
  readonly place: string | null;
}

/** A text with one error, and where it is. */
export interface Planted extends DraftText {
  readonly kind: PlantedKind;
  readonly start: number;
  readonly end: number;
  readonly was: string;
}

/** Everyday characters of official prose: what a writer's hand may put in. */
const COMMON =
  '发展建设工作推进加强提高全面重要保障服务管理落实改革创新社会经济文化生态环境安全质量组织领导党员干部群众企业产业项目能源农村城市教育科技卫生财政';
const sound = (character: string) => polyphonic(character, { toneType: 'none' })[0] ?? '';
let homophones: Map<string, string[]> | null = null;

/** Of the first level of GB 2312: 3,755 characters in everyday use. */
function homophonesOf(character: string): string[] {
  if (homophones === null) {
    homophones = new Map();
    const decoder = new TextDecoder('gb18030');
    for (let row = 0xb0; row <= 0xd7; row++) {
      for (let cell = 0xa1; cell <= 0xfe; cell++) {
        const each = decoder.decode(new Uint8Array([row, cell]));
        if (!/^\p{Script=Han}$/u.test(each)) continue;
        const key = sound(each);
        homophones.set(key, [...(homophones.get(key) ?? []), each]);
      }
    }
  }
  return (homophones.get(sound(character)) ?? []).filter((each) => each !== character);
}

/** Null when the text has nothing in which this error can be made. */
export function plant(kind: PlantedKind, draft: DraftText, lexicon: Lexicon, random: Random): Planted | null {
  switch (kind) {
    case 'wording':
      return wording(draft, lexicon, random);
    case 'members':
    case 'order':
      return list(kind, draft, lexicon, random);
    case 'office':
      return office(draft, lexicon, random);
    case 'validity':
      return validity(draft, lexicon, random);
    case 'name':
      return name(draft, lexicon, random);
    case 'pairing':
      return pairing(draft, random);
  }
}

function mentionsOf({ text, date, place }: DraftText, lexicon: Lexicon): readonly KnownMention[] {
  const region = place === null ? null : regionOf(place);
  const { mentions } = detect(text, lexicon, { date, place: region && { region, by: 'given' }, unlistedFrom: null });
  return mentions.filter((mention) => mention.status === 'known');
}

function replaced(draft: DraftText, kind: PlantedKind, start: number, end: number, by: string): Planted {
  const text = draft.text.slice(0, start) + by + draft.text.slice(end);
  return { ...draft, kind, text, start, end: start + by.length, was: draft.text.slice(start, end) };
}

/** A character exchanged (for one that sounds so, or any), left out, doubled or put in, or two turned round. */
function wording(draft: DraftText, lexicon: Lexicon, random: Random): Planted | null {
  const fixed = mentionsOf(draft, lexicon).filter(
    ({ kind, surface }) => (kind === 'formulation' || kind === 'programme') && /^\p{Script=Han}{4,}$/u.test(surface),
  );
  if (fixed.length === 0) return null;
  const { start, end, surface } = pick(fixed, random);
  const isQuoted = draft.text[start - 1] === '“' && draft.text[end] === '”';
  const at = between(isQuoted ? 0 : 1, surface.length - (isQuoted ? 1 : 2), random);
  const [before, character, after] = [surface.slice(0, at), surface[at]!, surface.slice(at + 1)];
  switch (pick(['sound', 'sound', 'any', 'missing', 'added', 'doubled', 'swapped'] as const, random)) {
    case 'sound': {
      const others = homophonesOf(character);
      if (others.length === 0) return null;
      return replaced(draft, 'wording', start, end, before + pick(others, random) + after);
    }
    case 'any': {
      const other = pick([...COMMON], random);
      if (other === character) return null;
      return replaced(draft, 'wording', start, end, before + other + after);
    }
    case 'missing':
      return replaced(draft, 'wording', start, end, before + after);
    case 'added':
      return replaced(draft, 'wording', start, end, before + pick([...COMMON], random) + character + after);
    case 'doubled':
      return replaced(draft, 'wording', start, end, before + character + character + after);
    case 'swapped': {
      if (after === '' || after[0] === character) return null;
      return replaced(draft, 'wording', start, end, before + after[0]! + character + after.slice(1));
    }
  }
}

/** A sentence that lists the members of a formulation, one of them left out, or two in the other's place. */
function list(kind: 'members' | 'order', draft: DraftText, lexicon: Lexicon, random: Random): Planted | null {
  const terms = [...lexicon.entries.values()].filter(
    (entry): entry is Term =>
      entry.kind === 'formulation' &&
      entry.members?.complete === true &&
      entry.members.items.length >= 4 &&
      entry.members.items.every(({ zh }) => zh.length >= 2 && zh.length <= 12 && regionOf(zh) === null),
  );
  if (terms.length === 0) return null;
  const term = pick(terms, random);
  const items = term.members!.items.map(({ zh }) => zh);
  const at = between(0, items.length - 1, random);
  if (kind === 'members') items.splice(at, 1);
  else {
    const other = (at + between(1, items.length - 1, random)) % items.length;
    [items[at], items[other]] = [items[other]!, items[at]!];
  }
  const quoted = /^[\p{Script=Han}]+$/u.test(term.names.zh) && term.names.zh.length <= 5;
  const called = quoted ? `“${term.names.zh}”` : term.names.zh;
  const [lead, tail] = pick(
    [
      [`要抓好${called}，即`, '。'],
      [`扎实做好${called}工作，`, '。'],
      [`${called}包括`, '，各单位要对照落实。'],
    ] as const,
    random,
  );
  const sentence = items.join('、');
  const text = `${draft.text}${lead}`;
  return {
    ...draft,
    kind,
    text: text + sentence + tail,
    start: text.length,
    end: text.length + sentence.length,
    was: term.names.zh,
  };
}

/** 副 put before an office or taken away, the office given to another, or kept after it ended. */
function office(draft: DraftText, lexicon: Lexicon, random: Random): Planted | null {
  const cases = [
    ['2026-06-25', '晋中', '市政协', '副主席', '任秀红'],
    ['2026-06-25', '晋中', '市政协', '主席', '牛革平'],
    ['2026-06-25', '晋中', '市政协', '主席', '张学东'],
    ['2026-06-25', '晋中', '市人大常委会', '主任', '张英杰'],
    ['2026-06-25', '晋中', '市人大常委会', '副主任', '王建忠'],
    ['2026-06-25', '晋中', '市人大常委会', '主任', '李军'],
    ['2026-06-25', '晋中', '市委', '书记', '冯晓雷'],
    ['2023-05-25', '山西', '山西省委', '书记', '林武'],
    ['2024-03-01', '山西', '山西省委', '书记', '林武'],
    ['2022-05-13', '山西', '省委', '书记', '蓝佛安'],
    ['2021-12-01', '山西', '省委', '书记', '蓝佛安'],
    ['2023-05-25', '山西', '山西省委', '副书记', '蓝佛安'],
    ['2023-05-25', '山西', '山西省', '副省长', '金湘军'],
    ['2023-05-25', '山西', '山西省政协', '副主席', '吴存荣'],
    ['2022-07-01', '山西', '省委', '委员', '王一新'],
    ['2022-07-01', '山西', '省委', '委员', '朱鹏'],
    ['2022-03-01', '山西', '省委', '委员', '宁文鑫'],
    ['2022-03-01', '山西', '省委', '委员', '王文保'],
  ] as const;
  if (lexicon.entries.size === 0) return null;
  const [date, place, body, title, who] = pick(cases, random);
  const lead = pick(['会上，', '日前，', ''], random);
  const said = `${body}${title}${who}`;
  const text = `${lead}${said}${pick(['出席会议并讲话。', '主持会议。', '到基层调研。'], random)}\n${withoutOffices(draft.text)}`;
  return {
    ...draft,
    kind: 'office',
    date: date as PartialDate,
    place,
    text,
    start: lead.length,
    end: lead.length + said.length,
    was: who,
  };
}

/** Another draft's persons would speak of another day. */
function withoutOffices(text: string): string {
  return text
    .split('。')
    .filter((sentence) => !/书记|省长|市长|主席|主任|委员/.test(sentence))
    .join('。');
}

/** A formulation of a time that is over, as if it were of today. */
function validity(draft: DraftText, lexicon: Lexicon, random: Random): Planted | null {
  const terms = [...lexicon.entries.values()].filter(
    (entry): entry is Term => entry.kind === 'formulation' && entry.validity?.to != null && entry.marked,
  );
  if (terms.length === 0) return null;
  const { names, validity: period } = pick(terms, random);
  const lead = `下一步，要继续坚持“${names.zh.replace(/[“”]/g, '')}”，`;
  const year = Number(period!.to!.slice(0, 4)) + 2;
  const text = `${lead}把各项工作抓细抓实。\n${draft.text}`;
  return {
    ...draft,
    kind: 'validity',
    date: `${year}-03-01` as PartialDate,
    text,
    start: 0,
    end: lead.length,
    was: names.zh,
  };
}

/** A character of a name that its text gives with the office, exchanged for one that sounds so. */
function name(draft: DraftText, lexicon: Lexicon, random: Random): Planted | null {
  const named = mentionsOf(draft, lexicon).filter(
    ({ kind, statedOffice }) => kind === 'official' && statedOffice !== null,
  );
  if (named.length === 0) return null;
  const { start, end, surface } = pick(named, random);
  const at = between(1, surface.length - 1, random);
  const others = homophonesOf(surface[at]!);
  if (others.length === 0) return null;
  return replaced(draft, 'name', start, end, surface.slice(0, at) + pick(others, random) + surface.slice(at + 1));
}

function pairing(draft: DraftText, random: Random): Planted | null {
  const said = pick(
    [
      '增强“四个自信”、坚定“四个意识”、做到“两个维护”',
      '增强“四个意识”、坚定“两个维护”、做到“四个自信”',
      '增强“两个维护”、坚定“四个自信”、做到“四个意识”',
      '增强“四个自信”、坚定“四个意识”，做到“两个维护”',
    ],
    random,
  );
  const lead = '各级党组织要';
  const text = `${lead}${said}。\n${draft.text}`;
  return { ...draft, kind: 'pairing', text, start: lead.length, end: lead.length + said.length, was: said };
}
