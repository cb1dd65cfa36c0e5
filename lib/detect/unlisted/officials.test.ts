import { describe, expect, test } from 'vitest';
import { readBundledPack } from '../../../scripts/seeds';
import type { UnlistedOfficial } from '../../model';
import { buildLexicon } from '../../reference/lexicon';
import { detect } from '../detect';

const lexicon = buildLexicon([readBundledPack()]);

function officials(text: string): readonly UnlistedOfficial[] {
  const { mentions } = detect(text, lexicon, { date: null, place: null, assumesHome: false });
  return mentions.filter((each): each is UnlistedOfficial => each.status === 'unlisted' && each.kind === 'official');
}
const names = (text: string) => officials(text).map(({ name }) => name);
const offices = (text: string) => officials(text).map(({ name, office }) => `${name} ${office}`);

describe('an office beside a name', () => {
  test.each([
    ['before it', '云陵县委书记贺明远出席', ['贺明远 云陵县委书记']],
    ['a chain', '省委副书记、省人大常委会主任廖远航讲话', ['廖远航 省委副书记、省人大常委会主任']],
    ['兼', '县委常委兼宣传部部长佟小满参加', ['佟小满 县委常委兼宣传部部长']],
    [
      'a list',
      '县政协副主席齐东来、卞文远、罗砚出席',
      ['齐东来 县政协副主席', '卞文远 县政协副主席', '罗砚 县政协副主席'],
    ],
    ['a list with 和', '副县长齐东来和罗砚参加', ['齐东来 副县长', '罗砚 副县长']],
    ['padded', '县长　丁　川　主持', ['丁川 县长']],
    ['after a colon', '组长：辛广福（市长）', ['辛广福 市长']],
    ['in brackets', '辛广福（市委副书记、市长）出席', ['辛广福 市委副书记、市长']],
    ['given', '任命梁叔恒为沙河市人民政府副市长', ['梁叔恒 沙河市人民政府副市长']],
    ['given to 同志', '舒承志同志任南浦市委书记', ['舒承志 南浦市委书记']],
    ['taken', '免去邹怀瑾的沙河市财政局局长职务', ['邹怀瑾 沙河市财政局局长']],
    [
      'given one after the other',
      '大会选举纪存厚为市人大常委会主任，庾亮为副主任',
      ['纪存厚 市人大常委会主任', '庾亮 副主任'],
    ],
    ['taken without a word between', '免去仇万年同志市委编办主任职务', ['仇万年 市委编办主任']],
    ['held then', '时任县委书记谭守业回忆', ['谭守业 县委书记']],
    ['acting', '代理县长丁若川到会', ['丁若川 代理县长']],
    ['a department', '省人力资源和社会保障厅厅长冷梅说', ['冷梅 省人力资源和社会保障厅厅长']],
    ['after a date', '6月3日上午云陵县县长丁若川调研', ['丁若川 云陵县县长']],
    ['a spokesperson', '外交部发言人商羽表示', ['商羽 外交部发言人']],
    ['an ambassador of ours', '中国驻法国大使凌云志致辞', ['凌云志 中国驻法国大使']],
    [
      'before an appointment',
      '彭若谷，男，汉族，1979年生，现任云陵县财政局局长，拟任副县长',
      ['彭若谷 云陵县财政局局长'],
    ],
    [
      'with what is personal in a list',
      '县政协副主席柳向荣（女）、卞文远（回族）、罗砚出席',
      ['柳向荣 县政协副主席', '卞文远 县政协副主席', '罗砚 县政协副主席'],
    ],
    ['in a table', '丁若川　县委副书记、县长　主持县政府全面工作', ['丁若川 县委副书记、县长']],
    ['of the central bank', '中国人民银行行长卫若水介绍', ['卫若水 中国人民银行行长']],
    ['in traditional characters', '縣委書記賀明遠出席', ['賀明遠 縣委書記']],
    ['of a place with 同', '大同市委书记贺明远出席', ['贺明远 大同市委书记']],
    ['of a place with 和', '太和县县长贺明远出席', ['贺明远 太和县县长']],
    ['of a place with 如', '如皋市委书记贺明远出席', ['贺明远 如皋市委书记']],
    [
      'after another person with the same body',
      '江苏省委书记程石川和省长廖远航出席',
      ['程石川 江苏省委书记', '廖远航 省长'],
    ],
    ['after another person', '县长丁若川和县政协主席柳向荣出席', ['丁若川 县长', '柳向荣 县政协主席']],
    ['with dots', '新疆维吾尔自治区副主席阿里木江·吐尔逊出席', ['阿里木江·吐尔逊 新疆维吾尔自治区副主席']],
  ])('%s: %s', (_, text, expected) => expect(offices(text)).toEqual(expected));

  test.each([
    ['县长李强调研防汛', ['李强']],
    ['县长李强强调安全', ['李强']],
    ['市长王建国强调安全', ['王建国']],
    ['市长张伟等参加', ['张伟']],
    ['区委书记于和平表示支持', ['于和平']],
    ['副区长何为主持会议', ['何为']],
    ['县长欧阳明远介绍', ['欧阳明远']],
    ['县委书记司马光到会', ['司马光']],
    ['主席和李大江出席', []],
  ])('a name ends where it ends: %s', (text, expected) => expect(names(text)).toEqual(expected));
});

describe('nobody with an office of party or state', () => {
  test.each([
    '本报记者陶晓禾报道',
    '（通讯员 葛一凡 摄影）',
    '青岩集团党委书记、董事长高立峰表示',
    '青岩集团总经理何湘君、工会主席田野出席',
    '公司董事会秘书邢露介绍',
    '市人民医院院长郭景明、心内科主任孙卫民义诊',
    '县第一中学教务处主任唐晓燕发言',
    '专家组组长姚远提醒',
    '省羽毛球协会主席周振山颁奖',
    '全国政协委员卢海波建议',
    '法国总统马克龙会见德国总理朔尔茨',
    '联合国秘书长古特雷斯、欧盟委员会主席冯德莱恩致辞',
    '俄罗斯总理米舒斯京出席',
    '演员俞飞饰演市委书记周大川',
    '“你懂什么！”县长李大江冷笑道，把烟掐灭，叹了口气。',
    '江州市委书记邹侠端坐主位，目光扫过众人，语气低沉地开口。',
    '书记项目进展顺利，市长热线开通，主任会议召开',
    '习近平总书记高度重视',
  ])('%s', (text) => expect(names(text)).toEqual([]));
});

test('one full mention licenses bare ones before and after it, not those of a namesake', () => {
  const text = '贺明远调研春耕\n\n县委书记贺明远来到青石镇。贺明远强调，不误农时。';
  expect(names(text)).toEqual(['贺明远', '贺明远', '贺明远']);
  expect(officials(text).map(({ basis }) => basis)).toEqual(['named-before', 'title', 'named-before']);
  expect(names('县委书记贺明远到会。运动员贺明远夺冠。贺明远说。')).toEqual(['贺明远']);
});

test('a later part of the text knows what an earlier one has told', () => {
  const circumstances = { date: null, place: null } as const;
  const { told } = detect('县委书记贺明远到会。', lexicon, circumstances);
  const { mentions } = detect('贺明远强调，不误农时。', lexicon, { ...circumstances, earlier: told });
  expect(mentions).toMatchObject([{ status: 'unlisted', name: '贺明远', office: '县委书记' }]);
});

test('the body of a title alone is the one named before', () => {
  const [, second] = officials('市人大常委会主任袁克勤主持，副主任柳向荣参加。');
  expect(second).toMatchObject({ name: '柳向荣', office: '副主任', organisation: '市人大常委会' });
});

test('a name of the reference is left alone, unless the office says that it is somebody else', () => {
  const inHunan = '湖南省长沙市委书记刘星出席。';
  expect(names(inHunan)).toEqual(['刘星']);
  expect(names('刘星说，今年收成好。')).toEqual([]);
});

test('the reader may have fewer, more or none', () => {
  const found = (unlistedFrom: number | null) =>
    detect('县委书记贺明远、村党支部书记葛老满到会。', lexicon, { date: null, place: null, unlistedFrom }).mentions
      .length;
  expect([found(null), found(0.85), found(0.6)]).toEqual([0, 1, 2]);
});
