import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBundledPack } from '../../scripts/seeds';
import type { EntryId, KnownMention, Mention, PartialDate } from '../model';
import { buildLexicon } from '../reference/lexicon';
import { choose } from './choose';
import { detect, type Circumstances } from './detect';
import { regionOf } from './place';

const lexicon = buildLexicon([readBundledPack()]);

function found(text: string, place: string | null = null, more: Partial<Circumstances> = {}): readonly KnownMention[] {
  const region = place === null ? null : regionOf(place);
  const { mentions } = detect(text, lexicon, { date: null, place: region && { region, by: 'given' }, ...more });
  return mentions.filter((mention: Mention) => mention.status === 'known');
}
const ids = (text: string, place: string | null = null) => found(text, place).map((mention) => mention.entryId);
const surfaces = (text: string, place: string | null = null) => found(text, place).map((mention) => mention.surface);

describe('formulations', () => {
  test.each([
    ['quoted', '扎实做好“六稳”工作', 'liu-wen'],
    ['in corner brackets and traditional characters', '扎實做好「六穩」工作', 'liu-wen'],
    ['broken by a line break', '推动全方位推动高质\n量发展', 'quan-fangwei-tuidong-gao-zhiliang-fazhan'],
    ['broken by a space and a zero-width character', '“两 个\u200b确立”', 'liang-ge-queli'],
    ['bare, with the word that it needs', '深刻领悟两个确立', 'liang-ge-queli'],
    ['full-width digits', '办好１２件民生实事', '12-jian-minsheng-shishi'],
    ['other marks of enumeration', '以学铸魂，以学增智，以学正风，以学促干', 'yi-xue-zhu-hun'],
    ['a number sign between quotation marks', '贯彻“1136”工作思路', '1136-gongzuo-silu'],
  ])('%s', (_, text, id) => {
    expect(ids(text)).toContain(id);
  });

  test.each([
    ['bare, without the word that it needs', '两个确立了恋爱关系的人'],
    ['across words', '气温到周六稳步回升'],
    ['inside a number', '集团有十五大基地，以能源为主'],
    ['inside a longer number', '累计办成212件民生实事'],
    ['needed quotation marks missing', '他有四敢：敢想敢干'],
    ['half of a quotation', '“四敢与五敢”'],
    ['a word that must not stand near', '“三无”产品不得上市'],
  ])('not %s', (_, text) => {
    expect(found(text).filter((mention) => mention.kind === 'formulation' || mention.kind === 'programme')).toEqual([]);
  });

  test('the longest wins and offers its parts', () => {
    const [mention] = found('扎实做好“六稳”“六保”工作');
    expect(mention).toMatchObject({ entryId: 'liu-wen-liu-bao', surface: '“六稳”“六保”' });
    expect(mention!.parts).toEqual(expect.arrayContaining(['liu-wen', 'liu-bao']));
  });

  test('a short form stands only beside its full form', () => {
    expect(ids('要把防疫情放在首位')).not.toContain('fang-yiqing-wen-jingji-bao-anquan');
    const both = found('统筹抓好防疫情、稳经济、保安全。要把防疫情放在首位。');
    expect(both.filter((mention) => mention.kind === 'formulation')).toHaveLength(2);
  });

  test('a title broken by a paragraph break is one', () => {
    const text =
      '《晋中市人民代表大会常务委员会关于修改〈晋中市餐厨废弃物管理条例〉等七件地方性法规和废止〈晋中市燃煤污染防治条例〉的\n\n决定》';
    expect(surfaces(text)).toEqual([text]);
  });

  test('a heading and the paragraph under it do not join', () => {
    expect(ids('推进高质量\n\n发展要素')).toEqual([]);
  });

  test('offsets are those of the text given', () => {
    const text = '　“六 稳”、“六保”';
    for (const { start, end, surface } of found(text)) expect(text.slice(start, end)).toBe(surface);
    expect(surfaces(text)).toEqual(['“六 稳”、“六保”']);
  });
});

test('a short form before its time is another thing', () => {
  const on = (date: string, text: string) =>
    found(text, '山西', { date: date as PartialDate }).map((each) => each.entryId);
  const id = lexicon.packs[0]!.entries.find(({ names }) => names.zh.endsWith('主题教育'))!.id;
  expect(on('2019-09-01', '开展主题教育')).not.toContain(id);
  expect(on('2023-09-01', '开展主题教育')).toContain(id);
});

describe('words that point to a place', () => {
  test.each([
    ['江苏省委召开会议', null, false],
    ['省委召开会议', '江苏', false],
    ['省委召开会议', '山西', true],
    ['山西太原。省委召开会议', null, true],
    ['湖南长沙市的干部说，省委很重视', null, false],
    ['各省委负责人', '山西', false],
    ['全省委托加工', '山西', false],
    ['省委召开会议', null, true],
    ['两省省委负责人会谈', '山西', false],
    ['全国省委书记会议', '山西', false],
    ['长三角3省委托代办', '山西', false],
    ['获悉省委召开会议', '山西', true],
    ['会上省委要求', '山西', true],
  ])('%s (%s): %s', (text, place, marked) => {
    const committee = 'zhongguo-gongchandang-shanxi-sheng-weiyuanhui' as EntryId;
    expect(ids(text, place).includes(committee)).toBe(marked);
  });

  test.each(['民盟山西省委', '共青团山西省委', '九三学社省委', '民建市委会', '相关省委', '周边市委'])(
    '%s is not the Party committee',
    (text) => expect(found(`山西太原。${text}来访`).filter(({ kind }) => kind === 'institution')).toEqual([]),
  );

  test('a chain keeps its place', () => {
    expect(ids('阳泉市委、市政府到访', '晋中').filter((id) => id.includes('jinzhong'))).toEqual([]);
  });

  test('市委 is that of Jinzhong only where Jinzhong is known', () => {
    const jinzhong = 'zhongguo-gongchandang-jinzhong-shi-weiyuanhui';
    expect(ids('市委召开会议', '晋中')).toContain(jinzhong);
    expect(ids('市委召开会议', '山西')).not.toContain(jinzhong);
    expect(ids('太原市委召开会议', '晋中')).not.toContain(jinzhong);
    expect(ids('晋中市太谷区。市委召开会议')).toContain(jinzhong);
  });

  test.each(['公司上市政府给补贴', '县市委书记都来了', '长三角三市政府签约', '直辖市委托办理', '介休市政府'])(
    '%s: nothing of Jinzhong',
    (text) => expect(ids(text, '晋中').filter((id) => id.includes('jinzhong'))).toEqual([]),
  );

  test('an assumed place makes a mark less sure', () => {
    const confidence = (text: string) => found(text).find((mention) => mention.surface === '省委')!.confidence;
    expect(confidence('省委召开会议')).toBeLessThan(confidence('山西太原。省委召开会议'));
  });
});

describe('officials', () => {
  const persons = (text: string, place: string | null = null) =>
    found(text, place)
      .filter((mention) => mention.kind === 'official')
      .map((mention) => mention.surface);

  test.each<[string, string, readonly string[], string?]>([
    ['an office directly before', '省委书记林武作讲话', ['林武']],
    ['with its place', '晋中市委书记刘星在太谷调研', ['刘星']],
    ['a chain of offices', '山西省委副书记、省长金湘军主持会议', ['金湘军']],
    ['one of a chain', '省长金湘军出席', ['金湘军']],
    ['a title after the name', '山西金湘军省长指出', ['金湘军']],
    [
      'a list',
      '到会的有市政协副主席牛革平、张学东、王宁照、田桂梅、张谨华，秘书长孟玲璇也来了',
      ['牛革平', '张学东', '王宁照', '田桂梅', '张谨华', '孟玲璇'],
    ],
    ['a list with people the reference does not know', '市领导赵某某、刘伟、李哲参加', ['刘伟', '李哲']],
    ['padded names', '市领导刘　伟、李　哲参加', ['刘　伟', '李　哲']],
    ['an act of appointment', '会上，省委候补委员王文保、宁文鑫递补为省委委员', ['王文保', '宁文鑫']],
    ['names before what they resigned from', '王一新、朱鹏不再担任省委委员', ['王一新', '朱鹏']],
    ['bare, after the office', '市委书记刘星到会。刘星强调，要抓落实。', ['刘星', '刘星']],
    ['bare, before the office', '刘星调研太谷\n\n市委书记刘星到太谷调研。', ['刘星', '刘星']],
    ['at the beginning of a report', '冯晓雷主持召开专题会议', ['冯晓雷']],
    ['in traditional characters', '省委書記林武作講話', ['林武']],
    ['of the nation, bare', '习近平在会上强调', ['习近平']],
    [
      'carried over',
      '到会的副主任：段燕翔、辛琰。副主任张英杰、许利伟、李军，秘书长张文军随后发言',
      ['段燕翔', '辛琰', '张英杰', '许利伟', '李军', '张文军'],
    ],
    ['after a verb', '会议由市委书记刘星主持', ['刘星']],
    ['former', '时任省委书记林武在场', ['林武']],
    ['a known office first in a chain', '山西省委书记、省人大常委会主任林武主持', ['林武']],
    ['an office of another body before', '全国政协原副主席、山西省委书记林武', ['林武']],
    ['an office in brackets', '林武（山西省委书记）到会', ['林武']],
    ['named to an office', '任命刘星为晋中市委书记', ['刘星']],
    ['elected', '刘星同志当选晋中市委书记', ['刘星']],
    ['removed from an office', '免去林武的山西省委书记职务', ['林武']],
    ['a body under its short name', '晋中市中院院长刘文德、市检察院检察长王宝玥列席', ['刘文德', '王宝玥']],
    ['a day before the office', '5月13日省委书记林武在太原', ['林武']],
    ['中共 before the place', '刘星同志任中共晋中市委书记', ['刘星']],
    ['the full name of the body', '中国共产党晋中市委员会书记刘星签名', ['刘星']],
    ['the ordinal of the body', '晋中市第五届人大常委会主任王建忠', ['王建忠']],
    ['after 有', '晋中市领导有李哲、刘伟', ['李哲', '刘伟']],
    ['run together in a headline', '晋中市太谷区。\n\n刘星冯晓雷调研防汛', ['刘星', '冯晓雷']],
    ['a list over 和', '晋中市领导刘伟、李哲、韩军和张鹏', ['刘伟', '李哲', '韩军', '张鹏']],
    [
      'before a verb that no list has',
      '市委书记刘星到会。刘星开口便问，王宁照带着材料。市政协副主席王宁照到会。',
      ['刘星', '刘星', '王宁照', '王宁照'],
    ],
  ])('%s', (_, text, names) => {
    expect(persons(text)).toEqual(names);
  });

  test.each<[string, string, string?]>([
    ['nobody beside an office', '林武到山西旅游'],
    ['a longer name', '市委书记刘星宇到会'],
    ['a longer name after a title', '运动员刘星宇打破纪录'],
    ['words', '孩子们在少林武术学校练功'],
    ['a name cut out of words', '散会后王宁照例去食堂'],
    ['a name cut out of words, after a verb', '邻居们都说王建忠厚老实'],
    ['a reporter', '本报讯（记者刘星）今日'],
    ['a photographer', '张文军 摄'],
    ['a list of recruits', '2026年晋中市拟录用公务员名单公示：张鹏 刘伟 李军 韩军 李哲'],
    ['two names in an offence', '晋中市通报典型案例：刘伟、张鹏酒后驾车被查处'],
    ['two craftswomen', '任秀红、田桂梅是晋中市平遥县的两位剪纸艺人'],
    ['a team', '山西男篮名单：林武、朱鹏、王一新'],
    ['a county leader', '平遥县委书记刘星汇报，太谷区长刘星发言'],
    ['a secretary of an autonomous region', '山西省的考察团到访。自治区党委书记林武会见'],
    ['a deputy mayor elsewhere, then bare', '忻州市副市长张王杰说。张王杰强调，要落实。', '山西'],
    ['editors in a list', '晋中市太谷区。（责编：李哲、张文军）'],
    ['reporters run together', '本报记者王建忠张文军'],
    ['another place beside the office', '长沙市委书记刘星到会'],
    ['another place of the text', '湖南省长沙市岳麓区。市委书记刘星到会'],
    ['another level', '县委书记刘星到村'],
    ['another body', '办公室副主任张英杰整理文件'],
    ['another league', '团市委书记刘星到校'],
    ['no office at all', '教授刘星讲课'],
    ['the same office of another province', '山东省委书记林武作讲话'],
    ['a text from another province', '省委书记林武作讲话', '山东'],
    ['a company', '公司董事长王建忠主持会议'],
    ['a hospital', '晋中医院副主任张英杰接诊'],
    ['a hospital named elsewhere', '副主任张英杰查房。这家医院建成十年了。'],
    ['a county-level city', '义乌市委书记刘星到会'],
    ['a county-level city of the same prefecture', '介休市委书记刘星到会'],
    ['a city of a novel', '江州市委书记刘星在书里'],
    ['several provinces', '湖南和湖北的干部座谈，市委书记刘星发言'],
    ['elected elsewhere', '刘星当选长沙市委书记'],
    ['somebody else elected', '王建国当选市人大常委会主任，王建忠表示祝贺'],
    ['a teacher', '刘星老师在晋中市教书'],
    ['a list of people without office', '市民刘星、李哲、张鹏参加'],
    ['a village', '村支部书记刘星在晋中市太谷区'],
    ['a title after the name, elsewhere', '长沙的刘星书记'],
    ['words around a name of the nation', '他正在学习近平价超市的做法'],
  ])('not %s', (_, text, place) => {
    expect(persons(text, place ?? null)).toEqual([]);
  });

  test('beside a namesake only what has the office is the person', () => {
    const text = '歌手刘星昨晚登台，刘星唱了三首歌。晋中市委书记刘星没有到场。';
    const marked = found(text).filter((mention) => mention.kind === 'official');
    expect(marked.map(({ start }) => start)).toEqual([text.lastIndexOf('刘星')]);
  });

  test('a text without any place counts for home only where that is allowed', () => {
    const at = (assumesHome: boolean) => found('市委书记刘星到会。省委召开会议。', null, { assumesHome });
    expect(at(true).map((mention) => mention.surface)).toEqual(['刘星', '省委']);
    expect(at(false)).toEqual([]);
  });

  test('beside the official of the city, namesakes of other ranks stay apart', () => {
    const text = '晋中市委书记刘星出席。平遥县委书记刘星汇报。消防员刘星演练。';
    expect(persons(text)).toEqual(['刘星']);
  });

  test('an office that is taken is not what the text calls them; 原 stays with the office', () => {
    const stated = (text: string) => found(text).find((each) => each.kind === 'official')!.statedOffice;
    expect(stated('林武不再担任山西省委书记职务')).toBeNull();
    expect(stated('晋中市的原市委书记刘星')).toBe('原市委书记');
  });

  test('an assumed place makes an official less sure too', () => {
    const confidence = (text: string) => found(text).find((each) => each.kind === 'official')!.confidence;
    expect(confidence('省委书记林武作讲话')).toBe(0.6);
    expect(confidence('山西省委书记林武作讲话')).toBeGreaterThan(0.9);
  });

  test('the office that the text gives is kept', () => {
    const mention = found('山西省委书记蓝佛安出席').find((each) => each.kind === 'official');
    expect(mention).toMatchObject({ statedOffice: '山西省委书记', why: [{ is: 'title', title: '山西省委书记' }] });
  });

  test('another office in the same place is told from the one known', () => {
    const mention = found('山西省政府副省长王一新讲话').find((each) => each.kind === 'official');
    expect(mention).toMatchObject({ entryId: 'wang-yixin', statedOffice: expect.stringContaining('副省长') });
    expect(mention!.confidence).toBeLessThan(0.9);
  });

  test('two persons of one name are told apart by their office, or both offered', () => {
    const at = (text: string) => found(text, '晋中').find((mention) => mention.surface === '张鹏');
    expect(at('市委常委、常务副市长张鹏列席')).toMatchObject({ entryId: 'zhang-peng-002-a6', alternatives: [] });
    expect(at('市领导张鹏、韩军参加')).toMatchObject({ entryId: 'zhang-peng-002-a3', alternatives: [] });
  });

  test('a name that runs on in the same way as another is found in neither', () => {
    expect(persons('朱鹏飞同志辞去省委委员职务')).toEqual([]);
  });

  test('a part of a text knows what earlier parts told', () => {
    const first = detect('市委书记刘星在晋中市太谷区调研。', lexicon, { date: null, place: null });
    const second = detect('刘星强调，市委要抓落实。', lexicon, { date: null, place: null, earlier: first.told });
    expect(second.mentions.map((mention) => mention.surface)).toEqual(['刘星', '市委', '抓落实']);
  });
});

describe('choosing', () => {
  const spans = fc.array(
    fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 10 })).map(([start, length]) => ({ start, end: start + length })),
    { maxLength: 30 },
  );

  test('what is chosen is ordered and apart, and whatever is left out meets something as long', () => {
    fc.assert(
      fc.property(spans, (candidates) => {
        const chosen = choose(candidates);
        for (let i = 1; i < chosen.length; i++) expect(chosen[i]!.start).toBeGreaterThanOrEqual(chosen[i - 1]!.end);
        for (const candidate of candidates) {
          const rivals = chosen.filter((each) => each.start < candidate.end && candidate.start < each.end);
          expect(rivals.some((rival) => rival.end - rival.start >= candidate.end - candidate.start)).toBe(true);
        }
      }),
    );
  });
});

test('no text breaks it, and every mention lies in it', () => {
  const piece = fc.constantFrom(
    '六稳',
    '“',
    '”',
    '刘星',
    '市委书记',
    '、',
    '。',
    '\n\n',
    '《',
    '》',
    '省委',
    '甲',
    ' ',
    '十四五',
    '\ud83d',
    '記者',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { start, end, surface } of found(text, '晋中')) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end)).toBe(surface);
        last = end;
      }
    }),
    { numRuns: 300 },
  );
});
