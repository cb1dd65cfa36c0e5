/**
 * Formulations that the reference does not have, by their form: quoted codes of numerals, quoted coinages that the text
 * repeats or explains, （以下简称“X”）, A+B+C.
 */
import type { Reason, Span } from '../../model';
import type { Reading } from '../candidate';
import { isOtherField } from '../field';
import { bareFormulations } from './bareFormulations';
import { codeOf, isNeverCode } from './codes';
import { bareCombinations, combinationOf } from './combinations';
import { cueOf, isNameOfThing, isSpoken } from './cues';
import { foundBy, memberAt, type FoundFormulation, type ToldFormulation } from './foundFormulation';
import { membersOf } from './members';
import { quotations } from './quotations';

/** A form that nobody speaks. */
const SURE_FORM = 0.9;
const UNCUED = 0.72;
const REPEATED = 0.68;
const EXPLAINED = 0.85;
const SHORT_NAME = 0.75;
const COMBINED = 0.82;
const COMBINED_ALONE = 0.5;

/** How a quotation stands in a text: how often, and the strong word beside it at one of its places. */
interface Use {
  readonly count: number;
  readonly word: string | null;
}

/** All of a text; `told`: what earlier parts have told; `from`: the least confidence that counts. */
export function findFormulations(reading: Reading, told: readonly ToldFormulation[], from: number): FoundFormulation[] {
  const { text } = reading.normal;
  const quoted = quotations(text);
  const uses = new Map<string, Use>();
  for (const span of quoted) {
    const inner = text.slice(span.start, span.end);
    const { count, word } = uses.get(inner) ?? { count: 0, word: null };
    const cue = cueOf(span, text);
    uses.set(inner, { count: count + 1, word: word ?? (cue?.isStrong === true ? cue.word : null) });
  }
  const inQuotes = quoted.flatMap((span) => ofQuotation(span, uses, reading));
  const found = [...inQuotes, ...bareCombinations(reading, quoted)].filter(({ confidence }) => confidence >= from);
  return [...sharing(found), ...bareFormulations(found, told, quoted, reading)];
}

function ofQuotation(span: Span, uses: ReadonlyMap<string, Use>, reading: Reading): FoundFormulation[] {
  const { text } = reading.normal;
  const inner = text.slice(span.start, span.end);
  if (isShortName(span, inner, text))
    return [foundBy(span, 'short-name', SHORT_NAME, [{ is: 'short-name' }], [], reading)];
  const code = codeOf(inner);
  if (code !== null) return ofCode(span, code.sure, code.count, reading);
  return ofCoinage(span, inner, uses.get(inner)!, reading);
}

function ofCode(span: Span, sure: number, count: number | null, reading: Reading): FoundFormulation[] {
  const { text } = reading.normal;
  if (isNameOfThing(span, text) || (sure < SURE_FORM && isSpoken(span, text))) return [];
  const why: Reason[] = [{ is: 'code' }];
  const listed = membersOf({ start: span.start - 1, end: span.end + 1 }, count, reading);
  const cue = cueOf(span, text);
  if (cue !== null) why.push({ is: 'cue', word: cue.word });
  if (listed !== null) why.push({ is: 'explained', by: listed.by });
  let confidence = sure;
  if (listed !== null && count !== null) confidence = Math.max(sure + 0.15, EXPLAINED);
  else if (cue?.isStrong === true) confidence = sure < 0.5 ? sure + 0.35 : sure + 0.15;
  else if (cue !== null) confidence = sure < 0.5 ? sure + 0.12 : sure + 0.05;
  else confidence = sure * UNCUED + 0.1;
  if (listed === null && cue?.isStrong !== true && sure < SURE_FORM && isOtherField(reading.normal, span))
    confidence *= 0.6;
  return [foundBy(span, 'code', confidence, why, listed?.members ?? [], reading)];
}

/** UTF-16 units. Shorter ones are mostly words in quotation marks: “绿色”. */
const SHORTEST_COINAGE = 3;

function ofCoinage(span: Span, inner: string, { count, word }: Use, reading: Reading): FoundFormulation[] {
  const { text } = reading.normal;
  if (inner.length < SHORTEST_COINAGE || inner.length > 12 || !/^[\p{Script=Han}\d+,a-z]+$/u.test(inner)) return [];
  if (
    /[的我你您他她它们了吗呢吧啊呀哦嘛啦咱这那哪谁怎很都太真]/.test(inner) ||
    /(?:公司|集团|局|厅|[院校队团社店馆]|医院|[号车船舰机])$/.test(inner)
  )
    return [];
  if (isNeverCode(inner) || isNameOfThing(span, text) || isSpoken(span, text) || isOtherField(reading.normal, span))
    return [];
  const combined = combinationOf(inner);
  if (combined !== null) {
    const members = combined.map((part) => memberAt(span.start + part.start, span.start + part.end, reading));
    const cue = cueOf(span, text);
    const sure = combined.length > 2 || cue?.isStrong === true ? COMBINED : COMBINED_ALONE;
    return [foundBy(span, 'combination', sure, [{ is: 'combination' }], members, reading)];
  }
  const cue = cueOf(span, text);
  const listed = /^[”](?:,|\()?(?:即|是指|指的是|就是指)/u.test(text.slice(span.end, span.end + 6))
    ? membersOf({ start: span.start - 1, end: span.end + 1 }, null, reading)
    : null;
  if (listed !== null && cue !== null) {
    return [foundBy(span, 'coinage', EXPLAINED, [{ is: 'explained', by: listed.by }], listed.members, reading)];
  }
  if (count > 1 && word !== null) {
    return [
      foundBy(
        span,
        'coinage',
        REPEATED,
        [
          { is: 'repeated', count },
          { is: 'cue', word },
        ],
        [],
        reading,
      ),
    ];
  }
  return [];
}

/** What a short name is of: a body or a paper, not a formulation. */
const OF_BODY_OR_PAPER =
  /(?:公司|集团|[局委部厅会院校站所社队]|中心|银行|条例|办法|意见|通知|规划|方案|细则|规定|协议|合同|纲要|大会|论坛|峰会|甲方|乙方|双方|项目|基金|法|试点城市|基地|园区|办公室|系统|平台|指南|标准|名单|目录|公告|报告|决定|暂行|博览会|展会)$/u;

function isShortName({ start }: Span, inner: string, text: string): boolean {
  if (!/(?:以下)?(?:统称|简称|合称)(?:为|:)?“$/u.test(text.slice(Math.max(0, start - 8), start))) return false;
  if (OF_BODY_OR_PAPER.test(inner) || inner.length < 2) return false;
  return /^[\p{Script=Han}\d+]+$/u.test(inner) || codeOf(inner) !== null;
}

/** One name, one list of members and the best of its confidences: what one place explains holds for all. */
function sharing(found: readonly FoundFormulation[]): FoundFormulation[] {
  const byName = new Map<string, FoundFormulation>();
  for (const each of found) {
    const before = byName.get(each.name);
    if (before === undefined || before.members.length < each.members.length) byName.set(each.name, each);
  }
  return found.map((each) => ({ ...each, members: byName.get(each.name)!.members }));
}
