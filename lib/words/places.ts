import type { Language, Region } from '../model';

/** Provinces, and the cities of Shanxi, as English texts write them. */
const ENGLISH: Readonly<Record<string, string>> = {
  北京市: 'Beijing',
  天津市: 'Tianjin',
  河北省: 'Hebei',
  山西省: 'Shanxi',
  内蒙古自治区: 'Inner Mongolia',
  辽宁省: 'Liaoning',
  吉林省: 'Jilin',
  黑龙江省: 'Heilongjiang',
  上海市: 'Shanghai',
  江苏省: 'Jiangsu',
  浙江省: 'Zhejiang',
  安徽省: 'Anhui',
  福建省: 'Fujian',
  江西省: 'Jiangxi',
  山东省: 'Shandong',
  河南省: 'Henan',
  湖北省: 'Hubei',
  湖南省: 'Hunan',
  广东省: 'Guangdong',
  广西壮族自治区: 'Guangxi',
  海南省: 'Hainan',
  重庆市: 'Chongqing',
  四川省: 'Sichuan',
  贵州省: 'Guizhou',
  云南省: 'Yunnan',
  西藏自治区: 'Xizang',
  陕西省: 'Shaanxi',
  甘肃省: 'Gansu',
  青海省: 'Qinghai',
  宁夏回族自治区: 'Ningxia',
  新疆维吾尔自治区: 'Xinjiang',
  台湾省: 'Taiwan',
  香港特别行政区: 'Hong Kong',
  澳门特别行政区: 'Macao',
  太原市: 'Taiyuan',
  大同市: 'Datong',
  阳泉市: 'Yangquan',
  长治市: 'Changzhi',
  晋城市: 'Jincheng',
  朔州市: 'Shuozhou',
  晋中市: 'Jinzhong',
  运城市: 'Yuncheng',
  忻州市: 'Xinzhou',
  临汾市: 'Linfen',
  吕梁市: 'Lüliang',
};

/** 山西省晋中市, or Jinzhong, Shanxi. */
export function placeName({ province, city }: Region, language: Language): string {
  if (language === 'zh') return province + (city ?? '');
  return [city, province].flatMap((name) => (name === null ? [] : nameOfPlace(name, language))).join(', ');
}

/** The full name of one province or city; without an English name here it stays Chinese. */
export function nameOfPlace(name: string, language: Language): string {
  return language === 'zh' ? name : (ENGLISH[name] ?? name);
}
