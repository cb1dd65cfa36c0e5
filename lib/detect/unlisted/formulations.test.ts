import { describe, expect, test } from 'vitest';
import { readBundledPack } from '../../../scripts/seeds';
import type { UnlistedFormulation } from '../../model';
import { buildLexicon } from '../../reference/lexicon';
import { detect } from '../detect';

const lexicon = buildLexicon([readBundledPack()]);

function formulations(text: string): readonly UnlistedFormulation[] {
  const { mentions } = detect(text, lexicon, { date: null, place: null, assumesHome: false });
  return mentions.filter(
    (each): each is UnlistedFormulation => each.status === 'unlisted' && each.kind === 'formulation',
  );
}
const names = (text: string) => formulations(text).map(({ name }) => name);
const members = (text: string) => formulations(text).map((each) => each.members.map((member) => member.text));

describe('codes of numerals', () => {
  test.each([
    ['落实“五个一百”要求', '五个一百'],
    ['开展“五问五干”大讨论', '五问五干'],
    ['构建“1+6”政策体系', '1+6'],
    ['构建“1＋3＋N”体系', '1＋3＋N'],
    ['谋划“3820”战略工程', '3820'],
    ['围绕“一主三副多点”布局', '一主三副多点'],
    ['出台“科创30条”', '科创30条'],
    ['推进「五区联动」工作', '五区联动'],
    ['实施"七个专项"行动', '七个专项'],
    ['按照“一心、两翼、三带”布局', '一心、两翼、三带'],
    ['实施“百千万工程”', '百千万工程'],
  ])('%s', (text, name) => expect(names(text)).toEqual([name]));

  test.each([
    ['holidays', '“五一”假期与“十一”黄金周，“七一”前夕，“双十一”大促'],
    ['counts', '他说用了“三个月”，花了“两万元”'],
    ['numbers of a telephone', '“12345”热线与“110”联动'],
    ['years and ages', '“90后”店主考上“985”高校'],
    ['ships and craft', '“雪龙2”号与“神舟十九号”'],
    ['speech', '“三年前我们就来了。”他说'],
    ['brands and shops', '“五粮液”酒、“七匹狼”专卖店'],
    ['idioms', '防止“一刀切”，不能“三心二意”，不是“一言堂”'],
    ['meetings', '“两会”期间'],
    ['films and titles', '电影“三块广告牌”上映，歌曲“九百九十九朵玫瑰”'],
    ['ordinals', '“第一书记”与“第一课”'],
  ])('not %s', (_, text) => expect(names(text)).toEqual([]));

  test('without quotation marks only where the text has it in them', () => {
    expect(names('五问五干很重要')).toEqual([]);
    expect(names('五问五干走深走实\n\n开展“五问五干”大讨论。')).toEqual(['五问五干', '五问五干']);
    expect(names('开展“五问五干”大讨论，十五问五干事')).toEqual(['五问五干']);
  });
});

describe('other formulations', () => {
  test.each([
    ['a short name', '开展整治行动（以下简称“百日攻坚”）', ['百日攻坚']],
    ['no body', '云陵城投有限公司（以下简称“云陵公司”）', []],
    ['no paper', '《云陵县管理办法》（以下简称“办法”）', []],
    ['a combination', '深化“网格长+专班+清单”改革', ['网格长+专班+清单']],
    ['a combination without quotation marks', '推行链长+盟长+专班机制', ['链长+盟长+专班']],
    ['a coinage that is repeated', '推行“吹哨报到”机制。“吹哨报到”改革见效', ['吹哨报到', '吹哨报到']],
    ['a word once in quotation marks', '做“有心人”', []],
    ['a name repeated', '“小红帽”队伍来了，“小红帽”队员很忙', []],
  ])('%s', (_, text, expected) => expect(names(text)).toEqual(expected));
});

describe('members, when the text lists them', () => {
  test.each([
    [
      '即',
      '落实“四个到位”，即责任到位、预案到位、物资到位、队伍到位。',
      ['责任到位', '预案到位', '物资到位', '队伍到位'],
    ],
    ['a colon', '落实“三个确保”：确保安全、确保稳定、确保有序。', ['确保安全', '确保稳定', '确保有序']],
    ['numbered', '“三个强化”包括：一是强化组织；二是强化保障；三是强化考核。', ['强化组织', '强化保障', '强化考核']],
    ['in brackets', '“三个一批”工程（签约一批、开工一批、投产一批）', []],
    ['before it', '实施碧水工程、蓝天工程、净土工程等“三大工程”。', ['碧水工程', '蓝天工程', '净土工程']],
    ['another number of them', '落实“四个到位”，即责任到位、预案到位。', []],
    ['not what only stands before', '推动改革，坚持稳中求进、真抓实干，做到“两个坚决”。', []],
  ])('%s: %s', (_, text, expected) => expect(members(text)[0] ?? []).toEqual(expected));

  test('spans lead to the words as the text has them', () => {
    const text = '落实“三个确保”：确保 安全、确保稳定、确保有序。';
    for (const { members: listed } of formulations(text)) {
      for (const { text: words, start, end } of listed) expect(text.slice(start, end)).toBe(words);
    }
  });
});
