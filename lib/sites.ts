import type { Region } from './model';

/** A site whose pages are read unless the reader switches it off. Subdomains belong to it. */
export interface Site {
  readonly host: string;
  /** The province that 省委 means on its pages. */
  readonly province?: string;
  readonly city?: string;
}

/** Government sites of provinces and of Shanxi's cities. All of *.gov.cn is on; these also tell the place. */
const GOVERNMENT: readonly Site[] = [
  { host: 'gov.cn' },
  { host: 'beijing.gov.cn', province: '北京市' },
  { host: 'tj.gov.cn', province: '天津市' },
  { host: 'hebei.gov.cn', province: '河北省' },
  { host: 'shanxi.gov.cn', province: '山西省' },
  { host: 'nmg.gov.cn', province: '内蒙古自治区' },
  { host: 'ln.gov.cn', province: '辽宁省' },
  { host: 'jl.gov.cn', province: '吉林省' },
  { host: 'hlj.gov.cn', province: '黑龙江省' },
  { host: 'shanghai.gov.cn', province: '上海市' },
  { host: 'jiangsu.gov.cn', province: '江苏省' },
  { host: 'zj.gov.cn', province: '浙江省' },
  { host: 'ah.gov.cn', province: '安徽省' },
  { host: 'fujian.gov.cn', province: '福建省' },
  { host: 'jiangxi.gov.cn', province: '江西省' },
  { host: 'shandong.gov.cn', province: '山东省' },
  { host: 'henan.gov.cn', province: '河南省' },
  { host: 'hubei.gov.cn', province: '湖北省' },
  { host: 'hunan.gov.cn', province: '湖南省' },
  { host: 'gd.gov.cn', province: '广东省' },
  { host: 'gxzf.gov.cn', province: '广西壮族自治区' },
  { host: 'hainan.gov.cn', province: '海南省' },
  { host: 'cq.gov.cn', province: '重庆市' },
  { host: 'sc.gov.cn', province: '四川省' },
  { host: 'guizhou.gov.cn', province: '贵州省' },
  { host: 'yn.gov.cn', province: '云南省' },
  { host: 'xizang.gov.cn', province: '西藏自治区' },
  { host: 'shaanxi.gov.cn', province: '陕西省' },
  { host: 'gansu.gov.cn', province: '甘肃省' },
  { host: 'qinghai.gov.cn', province: '青海省' },
  { host: 'nx.gov.cn', province: '宁夏回族自治区' },
  { host: 'xinjiang.gov.cn', province: '新疆维吾尔自治区' },
  // Not Shanxi: sx.gov.cn is Shaoxing.
  { host: 'sx.gov.cn', province: '浙江省', city: '绍兴市' },
  { host: 'taiyuan.gov.cn', province: '山西省', city: '太原市' },
  { host: 'dt.gov.cn', province: '山西省', city: '大同市' },
  { host: 'yq.gov.cn', province: '山西省', city: '阳泉市' },
  { host: 'changzhi.gov.cn', province: '山西省', city: '长治市' },
  { host: 'jcgov.gov.cn', province: '山西省', city: '晋城市' },
  { host: 'shuozhou.gov.cn', province: '山西省', city: '朔州市' },
  { host: 'sxjz.gov.cn', province: '山西省', city: '晋中市' },
  { host: 'yuncheng.gov.cn', province: '山西省', city: '运城市' },
  { host: 'xinzhou.gov.cn', province: '山西省', city: '忻州市' },
  { host: 'linfen.gov.cn', province: '山西省', city: '临汾市' },
  { host: 'lvliang.gov.cn', province: '山西省', city: '吕梁市' },
  { host: 'tgxcw.gov.cn', province: '山西省', city: '晋中市' },
];

const CENTRAL: readonly Site[] = [
  'people.com.cn',
  'people.cn',
  'news.cn',
  'xinhuanet.com',
  'cctv.com',
  'cctv.cn',
  'qstheory.cn',
  'gmw.cn',
  'ce.cn',
  'chinanews.com.cn',
  'china.com.cn',
  'cnr.cn',
  'cri.cn',
  'youth.cn',
  'cyol.com',
  '81.cn',
  '12371.cn',
  'dangjian.cn',
  'cntheory.com',
  'banyuetan.org',
  'rmzxb.com.cn',
  'legaldaily.com.cn',
  'jcrb.com',
  'chinacourt.org',
  'farmer.com.cn',
  'workercn.cn',
  'stdaily.com',
  'jyb.cn',
  'cenews.com.cn',
  'jjckb.cn',
  'xuexi.cn',
  'dswxyjy.org.cn',
].map((host) => ({ host }));

const PROVINCIAL: readonly Site[] = [
  { host: 'bjd.com.cn', province: '北京市' },
  { host: 'epaper.tianjinwe.com', province: '天津市' },
  { host: 'hbrb.hebnews.cn', province: '河北省' },
  { host: 'sxrb.com', province: '山西省' },
  { host: 'sxgov.cn', province: '山西省' },
  { host: 'shobserver.com', province: '上海市' },
  { host: 'jfdaily.com', province: '上海市' },
  { host: 'xh.xhby.net', province: '江苏省' },
  { host: 'zjrb.zjol.com.cn', province: '浙江省' },
  { host: 'szb.ahnews.com.cn', province: '安徽省' },
  { host: 'fjrb.fjdaily.com', province: '福建省' },
  { host: 'jxnews.com.cn', province: '江西省' },
  { host: 'dzrb.dzwww.com', province: '山东省' },
  { host: 'newpaper.dahe.cn', province: '河南省' },
  { host: 'epaper.hubeidaily.net', province: '湖北省' },
  { host: 'epaper.voc.com.cn', province: '湖南省' },
  { host: 'rednet.cn', province: '湖南省' },
  { host: 'epaper.southcn.com', province: '广东省' },
  { host: 'epaper.cqrb.cn', province: '重庆市' },
  { host: 'epaper.scdaily.cn', province: '四川省' },
  { host: 'szb.eyesnews.cn', province: '贵州省' },
  { host: 'yndaily.yunnan.cn', province: '云南省' },
  { host: 'e.xzxw.com', province: '西藏自治区' },
  { host: 'esb.sxdaily.com.cn', province: '陕西省' },
  { host: 'szb.gansudaily.com.cn', province: '甘肃省' },
];

/** The sites that are on from the start. */
export const DEFAULT_SITES: readonly Site[] = [...GOVERNMENT, ...CENTRAL, ...PROVINCIAL];

/** Match patterns for the manifest: each site once, without those that a wider one covers. */
export function matchPatterns(): string[] {
  const hosts = DEFAULT_SITES.map((site) => site.host);
  return hosts.filter((host) => !hosts.some((other) => other !== host && host.endsWith(`.${other}`))).map(patternOf);
}

/** `*://*.people.com.cn/*`: the host and its subdomains over http and https. */
export function patternOf(host: string): string {
  return `*://*.${host}/*`;
}

/** The narrowest default site that a host belongs to. */
export function siteOf(host: string): Site | null {
  let best: Site | null = null;
  for (const site of DEFAULT_SITES) {
    const belongs = host === site.host || host.endsWith(`.${site.host}`);
    if (belongs && (best === null || site.host.length > best.host.length)) best = site;
  }
  return best;
}

/** The place that a site's pages are about, if it tells one. */
export function regionOfSite(host: string): Region | null {
  const site = siteOf(host);
  return site?.province === undefined ? null : { province: site.province, city: site.city ?? null };
}
