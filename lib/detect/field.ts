/**
 * What field the prose around a place is of. Some forms are ordinary words, or terms, of other fields
 * (窗口期 in medicine, 双过半 among house owners, “四敢” in boxing): there they are not the entry.
 */
import type { Span } from '../model';
import { buildMatcher, type Matcher } from '../reference/matcher';
import type { Normal } from '../text/normalise';

/** Words of party and government, hardly found elsewhere. */
const OFFICIAL = (
  '党委 党组 党支部 党员 党建 党内 党中央 共产党 党风 党性 省委 市委 县委 区委 国务院 政府 人大 政协 纪委 监委 政法 组织部 宣传部 统战 ' +
  '总书记 书记 省长 市长 县长 常委 干部 群众 代表大会 常委会 讲话精神 重要讲话 重要指示 会议精神 决策 部署 贯彻 落实 统筹 推进 坚持 深入 ' +
  '强化 狠抓 压实 督导 督查 检查组 巡视 整治 专项 责任 领导小组 条例 方案 印发 会议强调 会议指出 会议要求 审议 调研 履职 学习教育 主题教育 ' +
  '高质量 改革 转型 发展 振兴 治理 民生 基层 乡村 脱贫 营商 市场主体 项目 招商 产业 财政 税务 防控 应急 全省 全市 全县 各级 各部门 ' +
  '上半年 指标 任务 目标 台账 定位 重点 建设 保障 监管 首都'
).split(' ');

/** Words of sport, machines, medicine, space, property, shows, shops, kitchens, stories, school, forums. */
const OTHER = (
  '球队 球员 联赛 比赛 赛季 教练 主场 客场 进球 冠军 决赛 选手 队员 外援 主教练 ' +
  '软件 代码 程序 版本 接口 线程 队列 服务器 数据库 用户 芯片 屏幕 算法 白皮书 加锁 ' +
  '游戏 副本 玩家 关卡 攻略 装备 通关 刷怪 ' +
  '患者 病人 抗体 感染 疫苗 症状 阳性 阴性 医生 孕妇 艾滋 检测 血库 流感 ' +
  '卫星 火箭 发射 轨道 航天 遥感 ' +
  '业主 物业 小区 装修 开发商 楼盘 房价 停车费 ' +
  '歌手 演员 导演 电影 剧组 票房 专辑 粉丝 演唱会 综艺 金曲 盛典 主唱 ' +
  '新款 优惠 促销 顾客 下单 包邮 吸尘器 相机 手机 产品经理 展板 口号 ' +
  '锅 炒 盐 烤 食材 火候 ' +
  '掌柜 江湖 拳谱 拳师 师父 银子 朝廷 皇帝 城门 放榜 捎 侨批 大洋 打酒 ' +
  '妈妈 爸爸 孩子 同学 家长 幼儿园 作业 少儿 弟弟 妹妹 恋爱 ' +
  '物理 定理 相对论 电池 充电 孤立系统 数学 曲面 文论 流派 陌生化 批评家 译本 俄国 动物园 迁徙 河滩 地层 寝室 聚会 外卖 开黑 早退 瑜伽 宿舍 ' +
  '被告 原告 楼主 网友 帖子 表哥 哈哈 吐槽 转发'
).split(' ');

/** UTF-16 units to each side of a place that say what prose it is. */
const REACH = 300;

interface Word {
  readonly at: number;
  /** Number of the word; those of other fields come last. */
  readonly word: number;
}

const known = new WeakMap<Normal, readonly Word[]>();
let matcher: Matcher | null = null;

/** Whether more different words of other fields than of official prose stand near `span`. */
export function isOtherField(normal: Normal, span: Span): boolean {
  const found = known.get(normal) ?? find(normal);
  known.set(normal, found);
  const near = new Set<number>();
  for (const { at, word } of found) {
    const isNear = at >= span.start - REACH && at < span.end + REACH;
    if (isNear && (at < span.start || at >= span.end)) near.add(word);
  }
  const official = [...near].filter((word) => word < OFFICIAL.length).length;
  return near.size - official > official;
}

function find({ codes }: Normal): Word[] {
  matcher ??= buildMatcher([...OFFICIAL, ...OTHER]);
  const found: Word[] = [];
  matcher.scan(codes, (start, _, word) => found.push({ at: start, word }));
  return found;
}
