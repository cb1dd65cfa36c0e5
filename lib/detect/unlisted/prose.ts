/** What a person with an office is not: a figure of a novel, a film, a game. */
import type { Span } from '../../model';
import type { Normal } from '../../text/normalise';
import { sentenceAround } from '../../text/sentences';
import { FOREIGN } from './titles';

const PLAYED =
  /饰演|扮演|出演|饰[^品]|剧中|片中|书中|小说(?!家)|主人公|主角|男主|女主|笔下|原著|虚构|剧情|角色|反派|人物形象|第[一二三四五六七八九十百]+[回集]/u;
const TOLD =
  /[笑骂喝怒叹问答喊嚷嘟囔]道|叹了口气|皱了皱眉|皱起眉|抬起头|低下头|掐灭|点了[支根一]|沉默了|瞪了|心里|心想|愣了|苦笑|冷笑|拍了拍|咳嗽|嘿嘿|哈哈|穿越|重生|江湖|掌柜|朝廷|皇帝|梦里|梦见/gu;
/** Words that tales have more often than news; weaker. */
const LIVELY =
  /目光|神色|神情|沉声|嘴角|心中|暗道|语气|皱眉|点点头|点了点头|摆摆手|笑了笑|看了看|开口|连忙|赶忙|立刻|众人|脸上|抽烟|沙发|递给|敲门|杯茶/gu;
/** UTF-16 units to each side. */
const REACH = 260;
/** Different words of a tale that make it one. */
const ENOUGH = 2;

/** Offices that other countries have too, where the text names none of ours: 外交部长. */
const ANYWHERE = /(?<![部局委省市县区州国央])(?:\p{Script=Han}{0,2}部长|总理|市长|州长|主席|司令|总书记)$/u;

/** Half as sure for an office of no named place in a sentence about another country. */
export function factOfCountry(normal: Normal, span: Span, office: string): number {
  if (!ANYWHERE.test(office) || /国家|中央|全国|国务院|人大|政协|委/.test(office)) return 1;
  const { start, end } = sentenceAround(normal.text, span);
  const sentence = normal.text.slice(start, end);
  return FOREIGN.test(sentence) && !/中国|我国|全国|国务院/.test(sentence) ? 0.5 : 1;
}

/** How much less sure a mention is for the prose around it: 1 for news, near 0 in a tale. */
export function factOfProse(normal: Normal, span: Span): number {
  const { text } = normal;
  const { start, end } = sentenceAround(text, span);
  if (PLAYED.test(text.slice(start, end))) return 0.3;
  const around = text.slice(Math.max(0, span.start - REACH), span.end + REACH);
  const told = new Set([...around.matchAll(TOLD)].map(([word]) => word)).size;
  const lively = new Set([...around.matchAll(LIVELY)].map(([word]) => word)).size;
  if (told >= ENOUGH || told + lively >= ENOUGH + 1) return 0.3;
  return 1;
}
