/** Codes of numerals as official prose coins them: 三个一百, 五问五干, 1+6, 3820; told from dates, counts and names by their form. */

const N = '[一二两三四五六七八九十百千万双]';
const NUMERAL = new RegExp(N, 'u');

export interface Code {
  /** 0 to 1: how sure the form alone makes it. */
  readonly sure: number;
  /** How many members it counts, where it says so plainly. */
  readonly count: number | null;
}

/** Holidays, schools, plain counts, brands and words that only look like codes. */
const NEVER = new RegExp(
  '^(?:' +
    [
      '(?:五一|七一|八一|十一|六一|三八|五四|双十一|双十二|双11|双12|双旦|双节|两节|三节|七夕|九一八|一二·?九|五卅|二七|五四运动|十一黄金周)(?:.{0,5})',
      '.*件套|三彩|三黄|[一二三四五六七八九]{2}开|千里眼|一辈子.*|千古.*|.*一绝|万象.*|三明治.*|三尺.*|[五七九]彩.*|.*[湾岛峰谷洞寺塔]|.*一代|[一二三四五六七八九]级.*|一天.*|四书|五经|五岳.*|十字.*|四大家鱼|五星.*|双奥.*|六项注意|三大纪律.*',
      '一大|二大|三大|[一二三四五六七八九十]+大(?:精神|报告)?|两会|三国|三星|四川|三亚|三峡|三明|三门峡|四平|五台|六安|六盘水|七台河|九江|九寨沟|十堰|百色|万州|千岛湖|两广|两湖|三秦|三晋|三江|三江源|八达岭',
      '百度|万达|万科|万福|三一重工|双汇|五粮液|七匹狼|六必居|九阳|三元|百年|千年|百岁|百姓|百家|千里马|千金|千古|万里|万岁|万众|万元户|百强|千禧|百搭|百年老店|百年校庆',
      '第.*|.*后|[零一二三四五六七八九十百0-9]+后',
      '一把手|一刀切|一窝蜂|一言堂|一阵风|一风吹|一锅端|一锅粥|一团和气|一肩挑|一家人|一家亲|一条心|一股绳|一张嘴|一碗水|一口价|一手货|一条龙|一站式|一体化|一盘棋|一边倒|一问三不知|一票否决|一票难求|一票通|一床难求|一夜暴富|一哄而上|一拍脑袋|一招鲜|一号|一心|一亩三分地|一带一|一枝花|一朵花|一杯羹|一道墙|一见钟情|一对一|一比一|一线|一起|一切|一样|一定|一些|一个|一下|一直|一言不合|一地鸡毛|一本账|一根筋',
      '二维码|二手|二手车|二手房|二孩|二胎|三胎|二次元|二传手|二道贩子|二人转|二师兄|二把手|二代|二胡|三明治|三轮车|三轮|三脚猫|三七|三伏|三九|三伏天|三只手|三人行|三分钟热度|三天打鱼|三心二意|三言两语|三下五除二|三顾茅庐|四合院|四方|四季|四海|四六级|五谷|五味|五脏|五官|五金|五彩|五星|五星级|五星红旗|五花肉|五指山|六合|六神|七彩|七星|七仙女|八卦|八仙|八宝|八哥|九天|九龙|九州|九宫格|十字|十字路口|十字绣|十全十美|十里八乡|十里洋场|百花|百合|百灵|百科|千层|千层饼|千手|千纸鹤|万能|万花筒|万金油|万一|双胞胎|双人|双人房|双打|双重|双手|双眼|双面人|双面胶|两口子|两面派|两面人|两张皮|两头|两头堵|两边|两难|两可|三角|三角债|四大名著|四大天王|四大皆空|五行|八股|八股文|八字|十二生肖|二十四节气|二五八万|半斤八两',
      '七上八下|七下八上|四大家族|三月三|二月二|六月六|九月九|乱七八糟|三三两两|三番五次|五湖四海|五花八门|四面八方|千方百计|千家万户|千军万马|千辛万苦|千山万水|千言万语|千里之行.*|百尺竿头.*|百花齐放.*|百折不挠|百年大计|百年未有.*|万紫千红|万水千山|万无一失|三生三世.*|两袖清风|一举两得|一举多得|一清二楚|一心一意|一五一十|一劳永逸|一蹴而就|一泻千里|一日千里|一日三餐|一笔一画|一针一线|一草一木|一山一水|一点一滴|一言一行|一举一动|一字一句|一砖一瓦|一唱一和|一来一往|一朝一夕|一丝不苟|一如既往|一马当先|一鼓作气|一往无前|一脉相承|一诺千金|一视同仁|一目了然|一落千丈|一席之地|一臂之力|一技之长|一孔之见|十拿九稳|十全大补|十年寒窗|十年磨一剑|九牛一毛|八面玲珑|六神无主|五体投地|五光十色|四通八达|四平八稳|三言两语|三思而行|三生有幸',
    ].join('|') +
    ')$',
  'u',
);
/** A count of time, money, measures, people: 三个月, 两个小时. */
const COUNT = new RegExp(
  `^(?:近|约|超|超过|首|前|后|这|那|每)?(?:${N}|[0-9.])+(?:多|余|来|几)?(?:个)?(?:多|半)?(?:月|年|年代|天|日|小时|分钟|秒|秒钟|星期|周|周年|季度|世纪|岁|元|块|块钱|角|万|亿|亿元|万元|千瓦|千瓦时|公里|里|里地|米|厘米|毫米|公斤|斤|吨|克|亩|平方米|平方公里|公顷|度|倍|成|折|分|人|名|位|口人|孩子|同学|老人|男人|女人|人口|村|县|市|省|国|国家|地方|点|点钟|时|刻|次|回|遍|趟|下|番|场|集|章|篇|首|部|本|册|页|字|号|号线|路|级|期|班|队|组|连|营|团|师|军|楼|层|栋|室|座|家|户|辆|台|架|艘|张|件|只|头|匹|条|棵|株|朵|颗|粒|杯|瓶|碗|盘|双|对|套|把|扇|面|道|股|种|样|类|百分点|工作日|问号|字|大字|中国|孩)(?:半|多|以上|以内|左右|内|前|后)?$`,
  'u',
);
const SHIP_OR_CRAFT =
  /号$|\d型$|^(?:神舟|天宫|天舟|嫦娥|长征|东风|歼|运|直|北斗|天问|问天|梦天|雪龙|鲲龙|奋斗者|蛟龙|c9|ag|df|j-)/u;

const DATES = new Set(
  '315 618 911 985 211 1111 1212 520 110 119 120 122 114 12345 12315 12306 12348 12388 12380 12333 12369 12366 12371 10086 10010 10000 95598 12309 12337 12339 12377 12389 12393 12355 12338 12351 400 800 404 500 360 007 996 801 731 528 816 829 921 112 12320 12318 12328 12350'.split(
    ' ',
  ),
);

/** Digits without anything else need a word beside them that says what they are. */
const DIGITS_ALONE = 0.45;

/** Holidays, idioms, counts: not coined by whoever quotes them. */
export function isNeverCode(inner: string): boolean {
  return NEVER.test(inner) || COUNT.test(inner) || SHIP_OR_CRAFT.test(inner);
}

/** Whether what stands between quotation marks (folded) has the form of a code. */
export function codeOf(inner: string): Code | null {
  if (/[。!?;:“”《》()/]/.test(inner)) return null;
  if (inner.includes(',')) return ofParts(inner);
  if (/^十[一二三四五六七八九]五$/.test(inner)) return { sure: 0.74, count: null };
  if (/^[一二两三四五六七八九十]{1,3}点/u.test(inner) || inner.startsWith('一个')) return null;
  if (isNeverCode(inner)) return null;
  if (/[我你您他她它们了吗呢吧啊呀哦嘛啦咱这那哪谁怎]/.test(inner)) return null;
  return ofDigits(inner) ?? ofLetters(inner) ?? ofNumerals(inner);
}

/** 1+6, 1+n, 3820, 6+n, 5432工程, 4个100%. */
function ofDigits(inner: string): Code | null {
  if (/^\d{1,4}(?:\+(?:\d{1,4}|[nx]|\p{Script=Han}{0,4})){1,5}$/u.test(inner)) {
    const first = /^\d+/.exec(inner)![0];
    return { sure: 0.95, count: /^\d+\+\d+$/.test(inner) ? null : Number(first) > 1 ? null : null };
  }
  if (/^\d{2,6}$/.test(inner)) {
    const isYear = /^(?:1[5-9]|20)\d\d$/.test(inner);
    if (DATES.has(inner) || /^(?:95|96|1[0-2]3|400)\d{2,3}$/.test(inner) || inner.length === 2) return null;
    return { sure: isYear ? 0.3 : DIGITS_ALONE, count: null };
  }
  if (/^\d+[·.-]\d+$/.test(inner)) return null;
  return null;
}

/** A code of digits and characters: 4个100%, 科创30条, 5321工程, 100+行动. */
function ofLetters(inner: string): Code | null {
  if (!/\d/.test(inner)) return null;
  if (/^\d{1,4}(?:个|项|条|大|张|类)\p{Script=Han}{1,8}$/u.test(inner))
    return { sure: 0.85, count: Number.parseInt(inner, 10) };
  if (/^\p{Script=Han}{1,8}\d{1,3}条$/u.test(inner)) return { sure: 0.88, count: null };
  if (
    /^\d{3,5}\p{Script=Han}{1,8}$/u.test(inner) &&
    /(?:工程|战略|计划|行动|机制|模式|体系|思路|工作法|布局|目标|格局|方案)$/.test(inner)
  )
    return { sure: 0.92, count: null };
  if (/\d.*\+|\+.*\d/.test(inner) && inner.length <= 14) return { sure: 0.85, count: null };
  if (/^\d+个\d+%?$/.test(inner)) return { sure: 0.9, count: Number.parseInt(inner, 10) };
  if (/^(?:\d{1,3}\p{Script=Han}{1,4}){2,4}$/u.test(inner)) return { sure: 0.85, count: null };
  return null;
}

function ofNumerals(inner: string): Code | null {
  if (inner.length < 2 || inner.length > 14 || !NUMERAL.test(inner)) return null;
  if (!/^\p{Script=Han}+$/u.test(inner)) return null;
  const numerals = [...inner.matchAll(new RegExp(`${N}+`, 'gu'))];
  // 三个一百, 四个意识, 五大工程
  const measured = new RegExp(
    `^(${N}+)(?:个|大|项|条|类|张|支|种|重|道|级|本|块|方|位|场|件|套|股|座|片)(.{1,9})$`,
    'u',
  ).exec(inner);
  if (measured !== null && measured[1] !== '一') {
    return { sure: measured[2]!.length === 1 ? 0.8 : 0.93, count: countOf(measured[1]!) };
  }
  // 五问五干, 一主三副, 三区三线
  if (numerals.length >= 2 && NUMERAL.test(inner[0]!)) {
    const isEven = new RegExp(`^(?:${N}+[^一二两三四五六七八九十百千万双]{1,4}){2,6}$`, 'u').test(inner);
    if (isEven && inner.length <= 12)
      return { sure: inner[0] === '一' && numerals.every(([each]) => each === '一') ? 0.78 : 0.93, count: null };
    return { sure: 0.85, count: null };
  }
  if (NUMERAL.test(inner[0]!)) {
    if (/^一.{1,4}(?:制|通办|办|联|策|册|证|码|网|图|清单)$/u.test(inner)) return { sure: 0.66, count: null };
    if (inner.startsWith('一')) return { sure: 0.4, count: null };
    if (/^[百千万]/.test(inner)) return { sure: /工程$|计划$|行动$/.test(inner) ? 0.92 : 0.5, count: null };
    const head = numerals[0]![0];
    const rest = inner.slice(head.length);
    if (rest.length === 0) return inner.length >= 3 && /[百千万]/.test(inner) ? { sure: 0.85, count: null } : null;
    if (rest.length <= 6) return { sure: rest.length <= 3 ? 0.74 : 0.68, count: countOf(head) };
    return { sure: 0.5, count: countOf(head) };
  }
  // 新三样, 大三农, 省十条, 人才新政二十条
  if (/^(?:新|老|大|小|后|全|省|市|县|好|强)[二两三四五六七八九十]\p{Script=Han}{1,4}$/u.test(inner))
    return { sure: 0.72, count: null };
  if (new RegExp(`^\\p{Script=Han}{1,8}${N}{1,3}条$`, 'u').test(inner)) return { sure: 0.85, count: null };
  if (
    new RegExp(
      `^\\p{Script=Han}{1,4}${N}+(?:个|大|项|工程|行动|字诀|步|法|策|清单|机制)\\p{Script=Han}{0,6}$`,
      'u',
    ).test(inner)
  )
    return { sure: 0.74, count: null };
  return numerals.length >= 2 ? { sure: 0.55, count: null } : null;
}

/** 一心、两翼、三带: short parts, most of them with a numeral at their head. */
function ofParts(inner: string): Code | null {
  const parts = inner.split(',');
  if (parts.some((part) => part.length < 2 || part.length > 8 || !/^[\p{Script=Han}\d+]+$/u.test(part))) return null;
  const counted = parts.filter((part) => NUMERAL.test(part[0]!) || /^\d/.test(part)).length;
  if (/[我你他她了吗呢吧]/.test(inner)) return null;
  return counted >= 2 && counted * 2 > parts.length ? { sure: 0.8, count: null } : null;
}

const VALUES: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  双: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

function countOf(numeral: string): number | null {
  if (numeral.length === 1) return VALUES[numeral] ?? null;
  if (/^十.$/.test(numeral)) return 10 + (VALUES[numeral[1]!] ?? 0);
  return null;
}
