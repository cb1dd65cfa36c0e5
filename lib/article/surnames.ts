/** Surnames that reporters have, the common ones of the 百家姓 and of today's registers. */
const SINGLE = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟黄和穆萧尹姚邵汪祁毛禹狄米贝臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄封芮储靳汲邴松井段富巫乌焦巴弓牧山谷车侯宓蓬全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹龙叶幸司韶黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎闫充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公岳帅缑亢况郈有琴海归代付肖邸佟苟冼逢来隋仝缐眭门雒原晋楚刑青延辜邝揭鹿么药续庹禚覃蹇阳仉亓佘粟但初战展信位呼侍',
);
const DOUBLE = new Set([
  '欧阳', '上官', '司马', '诸葛', '皇甫', '尉迟', '公孙', '慕容', '令狐', '宇文', '长孙', '司徒', '司空', '夏侯',
  '东方', '独孤', '南宫', '端木', '百里', '呼延', '西门', '申屠', '轩辕', '闻人', '澹台', '公冶', '完颜', '拓跋',
]); // prettier-ignore
/** Not names, though they begin like one, and what stands in the place of names. */
const OTHER_WORDS = new Set(
  '本报 本网 本刊 本台 本站 记者 编辑 佚名 匿名 小编 管理员 综合 整理 实习 文图 文字 图片 摄影 报道 摄影报道 供稿 供图 通讯 通讯员 高级 来源 有关 相关 时政 时报 文化 文艺 广告 广播 国际 国内 和平 安全 教育 党建 党报 采写 任务 中新 从业 计划 成立 经济 公告 公示 公开 通知 通告 通报 广东 江西 江苏 江北 海南 山西 山东 安徽 云南 宁夏 贵州 青海 东北 华北 华东 温州 常州 苏州 杭州 徐州 郑州 广州 荆州 柳州 万州 林业 农业 农村 向上 全国 全省 全市 全文 综述 关于 关闭 更多 返回 上一篇 下一篇 公众号 责编 校对 审核 监制 终审 时间 有权 相信 项目 单位 解读 简介 查看 能源 从严 成果 房产 武汉 石家庄 连云港 齐鲁 燕赵 文旅 高校 路透社 法新社 和讯 凤凰 应急'.split(
    ' ',
  ),
);
/** 山西晚报, 光明网, 党委办公室: bodies, not persons. */
const BODY =
  /(?:日报|晚报|时报|早报|商报|都市报|[报网社台局厅委办署院站司]|中心|频道|客户端|编辑部|办公室|公司|政府|部门|集团|大学|学校)$/;

/** Whether a word of two to four Han characters can be one Chinese name with its surname. */
function isFullName(word: string): boolean {
  if (OTHER_WORDS.has(word)) return false;
  const isDouble = DOUBLE.has(word.slice(0, 2));
  if (isDouble && word.length > 2) return word.length <= 4;
  return word.length >= 2 && word.length <= 3 && SINGLE.has(word[0]!) && !(word.length === 3 && BODY.test(word));
}

/** Whether a word can be a person's where only persons stand: names without a Chinese surname too (巴特尔, 阿依努尔). */
export function isName(word: string): boolean {
  if (/^\p{Script=Han}{1,10}(?:·\p{Script=Han}{1,10}){1,3}$/u.test(word)) return true;
  if (!/^\p{Script=Han}{2,4}$/u.test(word) || OTHER_WORDS.has(word)) return false;
  return isFullName(word) || !BODY.test(word);
}

/**
 * Names run together, 任知禾闫松孟荷: parted where they can be parted in one way only. Null when a part is no name
 * or when there are several ways.
 */
export function partNames(run: string): string[] | null {
  const ways = waysToPart(run, 2);
  return ways.length === 1 ? ways[0]! : null;
}

/** The ways to read a run as full names, no more of them than asked. */
function waysToPart(run: string, most: number): string[][] {
  if (run === '') return [[]];
  const ways: string[][] = [];
  for (let length = 2; length <= Math.min(4, run.length); length++) {
    const name = run.slice(0, length);
    if (!isFullName(name)) continue;
    for (const rest of waysToPart(run.slice(length), most)) {
      ways.push([name, ...rest]);
      if (ways.length === most) return ways;
    }
  }
  return ways;
}
