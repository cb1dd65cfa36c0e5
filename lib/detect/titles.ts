/** Words around the names of officials, after normalisation. */

/** Titles of office, with the level that the title alone tells. Longer ones first. */
const TITLE_LEVELS: Readonly<Record<string, 'province' | 'city' | null>> = {
  总书记: null,
  第一书记: null,
  副书记: null,
  书记: null,
  候补委员: null,
  委员: null,
  常委: null,
  常务副省长: 'province',
  副省长: 'province',
  代省长: 'province',
  代理省长: 'province',
  省长: 'province',
  省领导: 'province',
  常务副市长: 'city',
  副市长: 'city',
  代市长: 'city',
  代理市长: 'city',
  市长: 'city',
  市领导: 'city',
  副县长: null,
  县长: null,
  副区长: null,
  区长: null,
  副主席: null,
  主席: null,
  副主任: null,
  主任: null,
  副秘书长: null,
  秘书长: null,
  副院长: null,
  院长: null,
  副检察长: null,
  检察长: null,
  副部长: null,
  部长: null,
  副厅长: null,
  厅长: null,
  副局长: null,
  局长: null,
  副组长: null,
  组长: null,
  司令员: null,
  政委: null,
  总队长: null,
  副总理: null,
  总理: null,
};
const TITLES: readonly string[] = Object.keys(TITLE_LEVELS).sort((a, b) => b.length - a.length);

export function levelOf(title: string): 'province' | 'city' | null {
  return TITLE_LEVELS[title] ?? null;
}

/** The title that ends exactly at `end`. */
export function titleEndingAt(text: string, end: number): string | null {
  return TITLES.find((title) => text.endsWith(title, end)) ?? null;
}

/** The title that begins exactly at `start`. */
export function titleStartingAt(text: string, start: number): string | null {
  return TITLES.find((title) => text.startsWith(title, start)) ?? null;
}

/** What may stand between an office and what went before it: 时任|省委书记. */
export const OFFICE_OPENERS: readonly string[] =
  '时任 现任 原 前 代 拟任 候任 兼任 兼 任 担任 出任 转任 调任 辞去 免去 由 据 和 与 及 同 经 请 向 对 为 是 的 以 令 让 将 把 被 陪同 陪 会见 见 见到 看到 获悉 采访 告诉 随 随同 当选 接 继任 选举 推选 任命 受 递补 增补 批准 日 时 后 中 会上 下 里 到 在 有 因 即 如 而'.split(
    ' ',
  );

/** Words that make 省委 any provincial committee, several, or another word. Numerals too. */
export const NOT_ONE_PLACE =
  /(?:各|全|全国|某|外|外地|邻|邻近|相邻|周边|他|别的|其它|该|此|有关|相关|所在|地级|支援|兄弟|每|数|几|多|\p{N}|[两二三四五六七八九十百]|余|跨|团|超|城|直辖|(?<![会议场席台])上)$/u;

/** 民盟|山西省委, 团|市委: committees of others. */
export const OTHER_PARTY = /(?:民革|民盟|民建|民进|农工党?|致公党?|九三学社?|台盟|共青团|团)$/;

/** Headlines about leaders, after their names. */
export const HEADLINE_VERBS = /^(?:调研|督导|走访|看望|会见|视察|出席|主持|检查|参加(?:集体学习|会议|座谈|调研|活动))/;

/** Ends of words for people: 消防员|刘星, 居民代表|刘星. */
export const PERSON_ENDS = /[员者师生工手人民家友客户犯徒兵商贩表众属妇嫂婶叔伯爷妹弟哥姐童婴君]$/;

/** Who someone is that holds no office: 运动员|刘星. */
export const PERSON_NOUNS: readonly string[] = (
  '歌手 演员 导演 教授 讲师 老师 教师 班主任 同学 学生 医生 大夫 护士 运动员 队员 队长 教练 球员 选手 冠军 作家 诗人 画家 学者 博士 ' +
  '研究员 工程师 院士 司机 师傅 村民 居民 市民 农民 工人 职工 员工 用户 网友 网民 博主 主播 经理 董事长 总裁 老板 店主 创始人 ' +
  '律师 法官 警察 民警 战士 公民 旁听 退休 个体户 无业 家属 同事 朋友 妻子 丈夫 母亲 父亲 儿子 女儿 哥哥 弟弟 姐姐 妹妹 校长 园长 支书 村长 主人公 主角 被告人 嫌疑人'
).split(' ');

/** The same after a name: 刘星|老师. */
export const PERSON_SUFFIXES: readonly string[] =
  '老师 教授 先生 女士 医生 大夫 同学 师傅 经理 董事长 总裁 律师 警官 校长 博士 叔叔 阿姨 哥 姐 大爷 奶奶'.split(' ');

/** What stands before a name that is not part of another word. */
export const BEFORE_NAMES: readonly string[] =
  '由 对 向 和 与 同 为 在 以 据 令 请 让 把 被 给 是 经 随 及 如 像 使 叫 听 说 见 时 后 上 中 下 日 间 前 表示 介绍 任命 免去 批准 决定 同意 同志 会见 陪同 名叫 即 因 选举 关于'.split(
    ' ',
  );

/** What follows a name that is not part of another word. */
export const AFTER_NAMES: readonly string[] = (
  '委托 听完 同志 主持 主讲 出席 参加 列席 应邀 强调 指出 要求 表示 说 认为 提出 介绍 讲 宣布 宣读 通报 部署 安排 总结 回顾 ' +
  '作 做 致辞 致词 讲话 发言 汇报 报告 传达 领学 听取 察看 查看 视察 考察 调研 调查 检查 督导 督查 督促 巡查 巡视 看望 慰问 ' +
  '走访 走进 来到 深入 先后 实地 现场 专程 赴 到 前往 抵达 率 率队 率领 带队 带领 陪同 会见 会同 接见 接受 签署 签约 ' +
  '俯瞰 了解 询问 叮嘱 勉励 希望 号召 认真 详细 仔细 充分 高度 代表 受 分别 一行 一同 一起 还 也 又 则 并 将 已 曾 正 ' +
  '在 于 从 向 对 就 为 以 和 与 及 同 等 的 是 被 把 让 当选 任 担任 兼任 兼 不再 辞去 递补 参观 观看 出任 履新 ' +
  '围绕 结合 针对 按照 根据 随后 随即 当天 当日 今天 昨天 近日 日前 上午 下午 晚上 最后 首先 要 能 会上 会后 当场 亲自 带头 带着 带来 ' +
  '撰文 署名 致信 复信 批示 作出 指示 担当 主席 书记 省长 市长 主任 院长 检察长'
).split(' ');

/** Who writes or photographs, not who is written about. */
export const BYLINE_MARKS: readonly string[] =
  '记者 通讯员 撰稿 撰文 摄影 图文 文图 编辑 责编 校对 审核 作者 监制 供图 摄'.split(' ');

/** Between a name and the office that an act gives it or takes from it: 刘星|同志任|市委书记. */
export const ACT_OF_OFFICE =
  /^(?:等)?(?:同志)?(?:已|将|拟|均|正式|全票|被)?(?:任命为|选举为|选为|补选为|递补为|增补为|当选为?|担任|兼任|出任|转任|调任|升任|不再担任|不再兼任|辞去|辞任|任|为|是|系|的)/;

/** What an official does, and hardly anyone else, at the beginning of a sentence. */
export const ACTIVITIES: readonly RegExp[] = [
  /^主持召开/,
  /^主持[^,。;]{0,16}会议/,
  /^出席(会议|并讲话|[^,。;]{0,12}(会议|活动)并讲话)/,
  /^在[^,。;]{0,12}(会上|会议上|讲话时|讲话中|调研时)(强调|指出|要求)/,
  /^(强调|指出)[,:]/,
];
