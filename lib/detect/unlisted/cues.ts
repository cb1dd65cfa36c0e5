/** Words beside a quotation that say what it is: a measure, a thing, speech. */
import type { Span } from '../../model';

/** Words before and after quotation marks that say: a measure, a demand, a way of work. */
const CUE_BEFORE =
  /(?:落实|坚持|推进|推动|实施|围绕|聚焦|按照|开展|构建|打造|深化|完善|贯彻|推行|提出|提出了|探索|建立|践行|做到|实现|抓好|抓实|做好|做实|做优|做强|深入|聚力|建成|建设|形成|健全|强化|严格执行|执行|遵循|创新|首创|运用|推广|实行|依托|通过|以|用好|发挥|确立|树立|增强|坚定|突出|紧盯|紧扣|锚定|对照|擦亮|培育|破解|解决|整治|启动|出台|制定|部署|统筹|巩固|拓展|持续|全面|全力|加快|大力|着力|扎实|牢记|弘扬|传承|谋划|绘就|念好|打好|下好|走好|发展|壮大|融入|服务|保障|守住|守牢|划定|落细|细化|量化|创建|争创|称为|概括为|总结为|简称为|命名为|叫|即|这一)了?$/u;
const CUE_AFTER =
  /^(?:的)?(?:工作法|工作|要求|行动|机制|战略|工程|目标|任务|举措|体系|模式|思路|格局|制度|改革|原则|标准|建设|政策|计划|方针|理念|方案|布局|路径|专项|措施|责任|改造|重点|做法|经验|总|服务|管理|治理|监管|清单|方法|活动|问题|规划|发展|产业|精神|作风|底线|红线|关系|框架|协同|联动|矩阵|平台|抓手|品牌|创建|试点|导向|定位|路线|攻坚|培育|整治|监督|考核|评价|教育|保障|联创|同步|方式|举|法|网|圈|新|党建|基层|乡村|农村|为|等|和|与|、|,|。|;|“)/u;
/** What a formulation is the name of. */
export const MEASURES =
  '(?:工作法|工作|要求|行动|机制|战略|工程|目标|任务|举措|体系|模式|思路|格局|制度|改革|原则|标准|政策|计划|方针|理念|方案|布局|路径|专项|措施|做法|经验|总要求|总目标|总思路|清单|方法|监管|治理|管理|精神|重点|建设)';
const STRONG_AFTER = new RegExp(`^的?${MEASURES}`, 'u');

/** “X”号, 《“X”》, 品牌“X”, 绰号“X”: a thing, a title, a person. */
export function isNameOfThing({ start, end }: Span, text: string): boolean {
  const after = text.slice(end + 1, end + 6);
  const before = text.slice(Math.max(0, start - 7), start - 1);
  if (
    /^(?:号|牌|级|型|舰|轮|游轮|列车|航班|飞船|卫星|火箭|歌曲|歌舞|电影|影片|剧|话剧|一书|一文|一诗|乐队|组合|球队|队|俱乐部|公司|酒店|饭店|超市|药房|手机|汽车|相机|店|杯|奖|热线|假期|小长假|黄金周|期间|节|节日|前后|购物节|劳动奖章|口号|联赛|博主|网红|台风|先生|女士|大爷|奶奶|爷爷|同学|老师|大妈|大姐|大叔|大娘|巷|街|桥|湖|寺|庙|套餐|菜|酒|茶|景区|景点|商圈|街区|夜市|小区|楼盘)/u.test(
      after,
    ) &&
    !/^(?:节约|节能|节点|队伍|级联|茶产|奖补|奖励|剧本)/u.test(after)
  )
    return true;
  return /(?:号称|人称|绰号|外号|昵称|网名|乳名|小名|艺名|笔名|电影|影片|歌曲|话剧|歌剧|舞剧|小说|图书|游戏|品牌|商标|网店|店名|名为|名叫|取名|歌名|商店|餐厅|台风|航母|货轮|渔船|代号|诗云|有诗|谚语|俗话说?|常言道?|戏称):?$/u.test(
    before,
  );
}

/** 他说:“…”. */
export function isSpoken({ start }: Span, text: string): boolean {
  return /(?:笑称|调侃|自称|戏称)[^,。;]{0,4}$|(?:说|道|问|喊|写道|写着|写有|印着|刻着|答|回答|表示|高喊):?$/u.test(
    text.slice(Math.max(0, start - 6), start - 1),
  );
}

interface Cue {
  readonly word: string;
  readonly isStrong: boolean;
}

/** The word beside a quotation that says that it is a formulation. Strong: it names a measure, or carries one out. */
export function cueOf({ start, end }: Span, text: string): Cue | null {
  const strong = STRONG_AFTER.exec(text.slice(end + 1, end + 7));
  if (strong !== null) return { word: strong[0], isStrong: true };
  const before = CUE_BEFORE.exec(text.slice(Math.max(0, start - 9), start - 1));
  if (before !== null) return { word: before[0], isStrong: true };
  const after = CUE_AFTER.exec(text.slice(end + 1, end + 5));
  return after === null ? null : { word: after[0], isStrong: false };
}
