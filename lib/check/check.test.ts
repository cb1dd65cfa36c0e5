import { describe, expect, test } from 'vitest';
import { drafts, falseAlarms, labelled, measure } from '../../tests/check/measure';
import { readBundledPack } from '../../scripts/seeds';
import { regionOf } from '../detect/place';
import type { PartialDate } from '../model';
import { buildLexicon } from '../reference/lexicon';
import { check, checkInParts } from './check';
import type { Finding, What } from './finding';

const lexicon = buildLexicon([readBundledPack()]);
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function findings(text: string, date: string | null = null, place: string | null = null): readonly Finding[] {
  const region = place === null ? null : regionOf(place);
  const facts = { date: date as PartialDate | null, place: region && ({ region, by: 'given' } as const) };
  return check(text, lexicon, facts, (part) => segmenter.segment(part)).findings;
}

const told = (text: string, date: string | null = null, place: string | null = null) =>
  findings(text, date, place).map(({ surface, fix, what }) => [what.is, surface, fix]);

describe('wording that is nearly that of the reference is found, and set right', () => {
  test.each([
    ['深刻领悟两个确力的意义', '两个确力', '两个确立'],
    ['抓好“两个维户”', '两个维户', '两个维护'],
    ['做到“两个维”', '两个维', '两个维护'],
    ['推动高质量的发展', '高质量的发展', '高质量发展'],
    ['推动高质量量发展', '高质量量发展', '高质量发展'],
    ['优化营商环镜。', '营商环镜', '营商环境'],
    ['抓好安全产生工作的同时，落实党证同责', '党证同责', '党政同责'],
    ['开展主教题育，务求实效', '主教题育', '主题教育'],
    ['坚决做到“三个维护”。', '做到“三个维护', '做到“两个维护'],
    ['绿水青山就是金山根山', '绿水青山就是金山根山', '绿水青山就是金山银山'],
    ['稳中求进工作基调', '稳中求进工作基调', '稳中求进工作总基调'],
    ['建设内陆地区对外放开新高地', '内陆地区对外放开新高地', '内陆地区对外开放新高地'],
    ['增强“四个意识”、坚定“四个字信”、做到“两个维护”', null, null],
  ])('%s', (text, surface, fix) => {
    const found = findings(text);
    expect(found).toHaveLength(1);
    if (surface !== null) expect(found[0]).toMatchObject({ surface, fix, what: { is: 'wording' } });
    else expect(text.replace(found[0]!.surface, found[0]!.fix!)).toContain('坚定“四个自信”');
  });

  test('the marks of the text stay as they are', () => {
    expect(told('弘杨主旋律，传播正能量')).toEqual([['wording', '弘杨主旋律，传播正能量', '弘扬主旋律，传播正能量']]);
  });
});

test.each([
  // Forms of their own, other numbers, other places, ordinary words.
  '“两个维护”“两个确立”，统筹好发展和安全，落实“四个全面”。',
  '推进能源改革，加快转型升级，高水平发展，高质量就业，高质量的就业和发展。',
  '省委十二届五次全会、党的十九届五中全会、五大工程、八大工程、四个一批、五个一批。',
  '陕西省委书记会见来宾，推进中国式现代化陕西实践。',
  '“白天鹅”宾馆开业，“铁钉子”被拔掉。',
  '山西安全生产形势稳定。经商环境不同。这里的政治新生态、民主派、老小区、三件事。',
])('what is right, or something else, is left alone: %s', (text) => {
  expect(told(text, '2022-05-20')).toEqual([]);
});

describe('lists', () => {
  test.each<[What['is'], string, string, string]>([
    [
      'members',
      '做好“六稳”工作，稳就业、稳金融、稳外资、稳投资、稳预期。',
      '稳就业、稳金融、稳外资、稳投资、稳预期',
      '稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期',
    ],
    ['members', '新发展理念即创新、协调、绿色、开放。', '创新、协调、绿色、开放', '创新、协调、绿色、开放、共享'],
    [
      'members',
      '“六稳”即稳就业、稳金融、稳物价、稳外资、稳投资、稳预期。',
      '稳就业、稳金融、稳物价、稳外资、稳投资、稳预期',
      '稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期',
    ],
    [
      'order',
      '“六稳”即稳就业、稳外贸、稳金融、稳外资、稳投资和稳预期。',
      '稳就业、稳外贸、稳金融、稳外资、稳投资和稳预期',
      '稳就业、稳金融、稳外贸、稳外资、稳投资和稳预期',
    ],
    ['order', '不断增强人民群众的安全感、获得感、幸福感。', '安全感、获得感、幸福感', '获得感、幸福感、安全感'],
    ['member', '“六稳”：稳就业、稳金融、稳外贸、稳外资、稳投资、稳预测。', '稳预测', '稳预期'],
    [
      'pairing',
      '增强“四个自信”、坚定“四个意识”、做到“两个维护”。',
      '增强“四个自信”、坚定“四个意识”、做到“两个维护',
      '增强“四个意识”、坚定“四个自信”、做到“两个维护',
    ],
  ])('%s: %s', (is, text, surface, fix) => {
    expect(told(text)).toEqual([[is, surface, fix]]);
  });

  test.each([
    '做好“六稳”工作，稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期。',
    '新发展理念，创新、协调、绿色、开放等。',
    '全面贯彻新发展理念，推动绿色、开放发展。',
    '山西中部城市群包括太原、晋中、忻州。',
    '富强、民主、文明、和谐是国家层面的价值目标。',
    '不断增强“四个自信”，树牢“四个意识”，践行“两个维护”。',
    '增强“四个意识”、坚定“四个自信”、捍卫“两个确立”、做到“两个维护”。',
  ])('whole, or open, or of something else: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('offices', () => {
  test.each<[string, string, string, string, string]>([
    ['2026-06-25', '晋中', '市政协副主席任秀红出席。', '市政协主席任秀红', 'other-office'],
    ['2026-06-25', '晋中', '市人大常委会主任李军主持。', '市人大常委会副主任李军', 'other-office'],
    ['2023-05-25', '山西', '省委书记林武出席会议。', '省委书记蓝佛安', 'held-by'],
    ['2024-03-01', '山西', '山西省委书记林武出席会议。', '山西省委书记蓝佛安', 'held-by'],
    ['2021-12-01', '山西', '省委书记蓝佛安出席会议。', '省委书记林武', 'held-by'],
    ['2026-06-25', '晋中', '市委书记、市人大常委会主任刘星主持。', '市人大常委会主任王建忠', 'held-by'],
    ['2026-06-25', '晋中', '市人大常委会主任任秀红主持。', '市人大常委会主任王建忠', 'held-by'],
    ['2022-07-01', '山西', '省委委员王一新发言。', '原省委委员王一新', 'ended'],
    ['2022-03-01', '山西', '省委委员宁文鑫发言。', '省委候补委员宁文鑫', 'not-yet'],
  ])('%s, %s: %s', (date, place, text, fix, how) => {
    const found = findings(text, date, place);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ fix, what: { is: 'office', how } });
  });

  test.each([
    [null, '山西', '省委书记林武出席会议。'],
    ['2022-05-13', '山西', '省委书记林武出席会议。'],
    // A gap between two records, a former office, another year in the sentence, another person or place.
    ['2022-12-01', '山西', '省委书记林武出席会议。'],
    ['2022-12-01', '山西', '省委书记蓝佛安出席会议。'],
    ['2026-06-25', '山西', '时任省委书记林武到会。'],
    ['2026-06-25', '山西', '2022年，省委书记林武到会。'],
    ['2022-05-13', '山西', '辞去省委委员职务的王一新没有到会。'],
    ['2026-06-25', '晋中', '市政协主席任秀红，副主席张谨华、牛革平出席。'],
    ['2026-06-25', '河北', '河北省石家庄市政协副主席任秀红出席。'],
    ['2026-06-25', '晋中', '市委常委、常务副市长张鹏到会，市领导张鹏参加。'],
    ['2023-05-25', '山西', '山西省委副书记、省长金湘军主持。'],
    // Whose committee it is, nobody says.
    ['2023-05-25', null, '省委书记林武出席会议。'],
  ])('where the sources do not speak against it, nothing is said: %s, %s: %s', (date, place, text) => {
    expect(told(text, date, place)).toEqual([]);
  });
});

describe('names beside their offices', () => {
  test.each([
    ['省委书记林五出席。', '林五', '林武'],
    ['市政协副主席张谨花、牛革平出席。', '张谨花', '张谨华'],
    ['市政协副主席张谨华、牛革乎出席。', null, null],
    ['市政协主席任红秀出席。', '任红秀', '任秀红'],
    ['市委副书记、市政府党组书记冯晓雷主持。冯小雷指出，要抓落实。', '冯小雷', '冯晓雷'],
  ])('%s', (text, surface, fix) => {
    const found = findings(
      text,
      text.includes('林') ? '2022-05-13' : '2026-06-25',
      text.includes('林') ? '山西' : '晋中',
    );
    expect(found).toHaveLength(1);
    if (surface !== null) expect(found[0]).toMatchObject({ surface, fix, what: { is: 'name' } });
  });

  test('another person in another office, or of a longer name, is left alone', () => {
    expect(told('校长林五、工程师张谨花和市委书记王建国到会。', '2026-06-25', '晋中')).toEqual([]);
  });
});

describe('formulations of another time', () => {
  test('are told once, with the end that the reference knows', () => {
    const found = findings('下一步要坚持“动态清零”总方针。坚持“动态清零”不动摇。', '2024-01-10');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ fix: null, what: { is: 'validity', to: '2022-12-07' } });
  });

  test.each([
    ['坚持“动态清零”总方针。', '2022-05-20'],
    ['坚持“动态清零”总方针。', null],
    ['2022年，全市坚持“动态清零”总方针。', '2024-01-10'],
    ['回顾疫情防控，我们坚持了“动态清零”总方针。', '2024-01-10'],
  ])('not in their time, without a date, or in a look back: %s (%s)', (text, date) => {
    expect(told(text, date)).toEqual([]);
  });
});

test('a long text is checked in parts, with offsets of the whole and what earlier parts have told', () => {
  const filler = '全市各级各部门要抓好落实。\n'.repeat(4000);
  const text = `${filler}深刻领悟两个确力的意义。${filler}`;
  const parts = [...checkInParts(text, lexicon, { date: null, place: null }, (part) => segmenter.segment(part))];
  expect(parts.length).toBeGreaterThan(4);
  expect(parts.at(-1)!.done).toBe(text.length);
  const found = parts.flatMap(({ findings: each }) => each);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['两个确力']);
});

test('of a hundred planted errors 95 are found, with one false alarm in 1,000 characters at most', () => {
  const { planted, found } = measure(lexicon, 3, 7);
  expect(planted).toBe(300);
  expect(found).toBeGreaterThanOrEqual(285);
  for (const texts of [drafts(), labelled()]) {
    const { characters, findings: wrong } = falseAlarms(texts, lexicon);
    expect(characters).toBeGreaterThan(10_000);
    expect(wrong.length).toBeLessThanOrEqual(characters / 1000 / 3);
  }
});
