import { READINGS } from '../text/readings';

/** Characters that are taken for one another by their shape, in groups. */
const LOOK_ALIKES = (
  '己已巳 末未 境镜竟 微徽 侯候 载戴栽裁 拨拔 炼练 坚艰竖 辨辩辫 部陪 稳隐 唯维惟 土士 千干于 人入八 大太犬天夫 日曰目 ' +
  '贝见 王玉主 田由甲申 午牛 石右 风凤 今令 免兔 束柬 晴睛清情请精 蓝篮 历厉 沈沉 晋普 彦颜 佛拂 湘箱 军车 商高 黎犁 宝室 玥钥 ' +
  '谨瑾 革苹 桂挂 梅海 玲铃 璇旋 琰淡 辛幸 建健 忠忘患 林材休 武式 刘浏 星皇 冯马 雷蕾霄 晓饶烧 段锻 燕莺 翔祥 孟盂 秀透 红江 ' +
  '量里重 质质 展屉 确碓 立位 护沪户 意竟 识织职 信言 自白 新亲 格洛 局居 融隔 革草 命俞 策筹 治冶 态恋 保堡 工土 ' +
  '统充 筹寿 发友 安按 全金 共供 同向 富宫 裕俗 绿缘 水永 青清 山出 振震 兴六 乡多 村材 领颁 导异 根跟 创仓 协胁 调周 开井 放方 享亨 ' +
  '决块 抉诀 遗遣 崇祟 折拆析 既即 的得地 做作 象像 份分 须需 及急 型形 住往 常尝 暑署著 粱梁 密蜜 名各 哀衰 圆园 坐座 壁璧 复覆 ' +
  '渡度 分份 服伏 幅副 肓盲 骄娇 具俱 拥佣 履覆 腊蜡 蓬篷 陪赔 权劝 撤撒 慎镇 绩积 侍待持特'
)
  .split(' ')
  .map((group) => group.split(''));

const syllables = new Map<string, Set<string>>();
for (const [syllable, characters] of READINGS) {
  for (const character of characters) {
    const known = syllables.get(character);
    if (known === undefined) syllables.set(character, new Set([plainSound(syllable)]));
    else known.add(plainSound(syllable));
  }
}
const looks = new Map<string, Set<string>>();
for (const group of LOOK_ALIKES) {
  for (const character of group) looks.set(character, new Set([...(looks.get(character) ?? []), ...group]));
}

/** Sounds that writers confuse are one: si and shi, min and ming. */
function plainSound(syllable: string): string {
  return syllable.replace(/^([zcs])h/, '$1').replace(/([aeiu]n)g$/, '$1');
}

/** Whether one may be written for the other by mistake: they sound, or look, alike. */
export function isAlike(a: string, b: string): boolean {
  if (looks.get(a)?.has(b)) return true;
  const sounds = syllables.get(a);
  return sounds !== undefined && [...(syllables.get(b) ?? [])].some((sound) => sounds.has(sound));
}
