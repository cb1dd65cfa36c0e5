import type { PlaceBasis, Region, Span } from '../model';
import { normalise } from '../text/normalise';
import { buildMatcher, type Matcher } from '../reference/matcher';
import { COUNTY_CITIES, PROVINCES, SHANXI_COUNTIES } from './gazetteer';

/** A place name in a text. */
export interface PlaceName extends Span {
  readonly region: Region;
}

/** The place of a text and how it is known. */
export interface PlaceOfText {
  readonly region: Region | null;
  readonly by: PlaceBasis;
  /** Every province that the text names in any way. */
  readonly provinces: ReadonlySet<string>;
}

/** A place name that stands before something else: 介休 in 介休|市委. */
export interface PlaceBefore {
  readonly start: number;
  readonly region: Region;
  /** Below the prefecture that `region` gives: its 市委 is that of a county. */
  readonly isCounty: boolean;
}

interface NamedPlace {
  readonly region: Region;
  /** Without 市, and an ordinary word (长治, 白银) or a county's: no evidence by itself. */
  readonly bareCity: boolean;
  readonly isCounty: boolean;
}

/** All names with what they name, and their indexes: made when a text is first read. */
interface Gazetteer {
  readonly names: readonly string[];
  readonly places: readonly NamedPlace[];
  readonly matcher: Matcher;
  /** Last two characters → numbers of names, the longest first. */
  readonly endings: ReadonlyMap<string, readonly number[]>;
  readonly longest: number;
}

/** Names of prefectures that are words, or other places', without 市. */
const ORDINARY = new Set(
  '长治 大同 白银 三明 安康 中山 海东 平凉 中卫 吉安 安顺 朝阳 通化 保山 来宾 百色 和田 黄山 南平 永州 自贡 内江 广元 遂宁 达州 巴中 西宁 安庆 宿州 常德 怀化 海口 东方 金华 台州 宁波 温州 大庆 黑河 白山 白城 松原 辽阳 盘锦 本溪 抚顺 鞍山 丹东 营口 阜新 兴安 承德 廊坊 铁岭 四平 吉林 海南 河池 玉林 防城港 鹤岗 伊春 绥化 开封 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 商丘 信阳 周口 驻马店 孝感 随州 恩施 德阳'.split(
    ' ',
  ),
);

let made: Gazetteer | null = null;

/** Offsets within which a name counts as part of the head of a text (headline, dateline). */
const HEAD = 160;
/** A name in the head weighs as much as this many elsewhere. */
const HEAD_WEIGHT = 3;
/** The share of all names that makes a place the place of the text. */
const MAJORITY = 0.6;

/** All names of Chinese provinces, prefectures and Shanxi's counties in a normalised text, the longest at each start. */
export function placeNames(codes: Uint16Array): PlaceName[] {
  const found: PlaceName[] = [];
  for (const { start, end, place } of scan(codes)) {
    if (!place.bareCity) found.push({ start, end, region: place.region });
  }
  return found;
}

/** The place whose name ends exactly at `end`, with the province before it: 山西省晋中 in 山西省晋中|市委. Bare city names count here. */
export function placeEndingAt(text: string, end: number): PlaceBefore | null {
  const { names, places, endings, longest } = gazetteer();
  const window = text.slice(Math.max(0, end - longest), end);
  for (const index of endings.get(window.slice(-2)) ?? []) {
    const name = names[index]!;
    if (!window.endsWith(name)) continue;
    const { region, isCounty } = places[index]!;
    const wider = placeEndingAt(text, end - name.length);
    const start = wider?.region.province === region.province ? wider.start : end - name.length;
    return { start, region, isCounty };
  }
  return null;
}

/** Whether a place name begins exactly at `start`. */
export function placeStartingAt(text: string, start: number): boolean {
  const { longest } = gazetteer();
  for (let end = start + 2; end <= Math.min(text.length, start + longest); end++) {
    if (placeEndingAt(text.slice(start, end), end - start)?.start === 0) return true;
  }
  return false;
}

/** What is known of the place of a text before it is read. */
export interface GivenPlace {
  readonly region: Region;
  readonly by: PlaceBasis;
}

/**
 * The place of a text: as given by the caller or its site, unless the text's own place names
 * clearly speak of another; else what they say by majority; else `home`, if no other place is named.
 */
export function placeOfText(found: readonly PlaceName[], given: GivenPlace | null, home: Region | null): PlaceOfText {
  const spoken = majority(found);
  const provinces = new Set(found.map(({ region }) => region.province));
  if (given !== null) {
    const agrees = spoken !== null && spoken.province === given.region.province;
    if (given.by === 'given' || agrees || spoken === null) {
      return { region: agrees && given.region.city === null ? spoken : given.region, by: given.by, provinces };
    }
    return { region: spoken, by: 'text', provinces };
  }
  if (spoken !== null) return { region: spoken, by: 'text', provinces };
  return {
    region: found.length === 0 ? home : null,
    by: found.length === 0 && home !== null ? 'assumed' : 'text',
    provinces,
  };
}

function majority(found: readonly PlaceName[]): Region | null {
  const provinces = new Map<string, number>();
  const cities = new Map<string, number>();
  let all = 0;
  for (const { region, start } of found) {
    const weight = start < HEAD ? HEAD_WEIGHT : 1;
    all += weight;
    provinces.set(region.province, (provinces.get(region.province) ?? 0) + weight);
    if (region.city !== null) {
      const key = `${region.province}/${region.city}`;
      cities.set(key, (cities.get(key) ?? 0) + weight);
    }
  }
  const province = leading(provinces);
  if (province === null || provinces.get(province)! < all * MAJORITY) return null;
  const ofProvince = new Map([...cities].filter(([key]) => key.startsWith(`${province}/`)));
  const city = leading(ofProvince);
  const allCities = [...ofProvince.values()].reduce((sum, weight) => sum + weight, 0);
  const isCity = city !== null && ofProvince.get(city)! >= allCities * MAJORITY;
  return { province, city: isCity ? city.slice(province.length + 1) : null };
}

function leading(weights: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  for (const [key, weight] of weights) {
    if (best === null || weight > weights.get(best)!) best = key;
  }
  return best;
}

/** Reads a place as people write it: 山西, 山西省, 晋中, 山西省晋中市. Null when no such place is known. */
export function regionOf(written: string): Region | null {
  let region: Region | null = null;
  let read = 0;
  for (const { start, end, place } of scan(normalise(written).codes)) {
    if (start !== read || (region !== null && place.region.province !== region.province)) break;
    region = place.region;
    read = end;
  }
  return region;
}

function scan(codes: Uint16Array): { start: number; end: number; place: NamedPlace }[] {
  const { matcher, places } = gazetteer();
  const found: { start: number; end: number; place: NamedPlace }[] = [];
  matcher.scan(codes, (start, end, name) => {
    const last = found.at(-1);
    if (last !== undefined && start < last.end) {
      if (start === last.start) found[found.length - 1] = { start, end, place: places[name]! };
      return;
    }
    found.push({ start, end, place: places[name]! });
  });
  return found;
}

function gazetteer(): Gazetteer {
  made ??= makeGazetteer();
  return made;
}

function makeGazetteer(): Gazetteer {
  const byName = new Map<string, NamedPlace>();
  const add = (name: string, region: Region, kind: { bareCity?: boolean; isCounty?: boolean } = {}) => {
    if (!byName.has(name)) byName.set(name, { region, bareCity: false, isCounty: false, ...kind });
  };
  for (const [province, short] of PROVINCES) {
    add(province, { province, city: null });
    add(short, { province, city: null });
  }
  for (const [province, , cities] of PROVINCES) {
    for (const listed of cities.split(' ').filter(Boolean)) {
      const [full, short] = listed.includes('=') ? (listed.split('=') as [string, string]) : [`${listed}市`, listed];
      add(full, { province, city: full });
      add(short, { province, city: full }, { bareCity: ORDINARY.has(short) });
    }
  }
  for (const [city, counties] of SHANXI_COUNTIES) {
    const region = { province: '山西省', city };
    // 城区, 矿区 and 郊区 stand in every city
    for (const county of counties.split(' ').filter((name) => /..[县市区]$/.test(name))) {
      add(county, region, { isCounty: true });
      add(county.slice(0, -1), region, { bareCity: true, isCounty: true });
    }
  }
  for (const [province, cities] of COUNTY_CITIES) {
    for (const listed of cities.split(' ')) {
      const [short, city] = listed.split('=') as [string, string];
      const region = { province, city: city || null };
      add(`${short}市`, region, { isCounty: true });
      add(short, region, { bareCity: true, isCounty: true });
    }
  }
  const names = [...byName.keys()];
  const endings = new Map<string, number[]>();
  names.forEach((name, index) => {
    const key = name.slice(-2);
    const list = endings.get(key);
    if (list) list.push(index);
    else endings.set(key, [index]);
  });
  for (const list of endings.values()) list.sort((a, b) => names[b]!.length - names[a]!.length);
  return {
    names,
    places: [...byName.values()],
    matcher: buildMatcher(names),
    endings,
    longest: Math.max(...names.map((name) => name.length)),
  };
}
