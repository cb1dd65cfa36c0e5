/** Who wrote and who edited, read from lines such as （记者 张三 李四 通讯员 王五） and 责任编辑：张三. */
import { AUTHOR_ROLES, type Author, type AuthorRole } from '../model';
import { isName, partNames } from './surnames';

/** The longer first: 特约通讯员 before 通讯员. */
const ROLE = [...AUTHOR_ROLES].sort((a, b) => b.length - a.length).join('|');
/** 本报, 新华社, 山西晚报, 本报驻晋: whose reporter it is. */
const WHOSE = String.raw`(?:(?:本[报网刊台社]|新华社|中新社|[\p{Script=Han}·]{1,12}?[报网社台刊])(?:驻\p{Script=Han}{1,6})?(?:全媒体|融媒体)?)?`;
const MARKS = String.raw`^[\s■□◆◇●▲◎★▍|｜]*`;
/** （记者 张三）; （本报记者 张三 通讯员 李四）; ［见习记者 张三］. */
const IN_BRACKETS = new RegExp(
  String.raw`[（(\[【［]([^（()）\[\]【】［］]{0,24}(?:${ROLE})[^（()）\[\]【】［］]{1,80})[）)\]】］]`,
  'gu',
);
/** ■ 本报记者 张三; 山西日报全媒体记者 张三; 文/本报记者 张三; 作者：张三. */
const WHOLE_LINE = new RegExp(String.raw`${MARKS}(?:文[/／|｜]图?\s*)?(${WHOSE}\s*(?:${ROLE})\s*[：:/]?\s*\S.*)$`, 'u');
/** 本报记者 张三《人民日报》（2026年08月03日 第 01 版）. */
const AFTER_NAMES = /\s*[《（(\d].*$/s;
/** 本报北京6月2日电 记者张三报道：…; 记者张三、李四从太原报道. */
const REPORTS = new RegExp(
  String.raw`${WHOSE}(记者\s*[\p{Script=Han}、·\s]{2,30}?)(?:从\p{Script=Han}{2,6})?(?:摄影|综合)?报道`,
  'u',
);
/** 2022-05-13 来源：山西日报 作者：张三 编辑：李四. */
const IN_INFO = /(?:作者|撰文|撰稿)\s*[：:]\s*([\p{Script=Han}·、，,\s]{2,40})/u;
const INFO_WORDS = /\s*(?:编辑|责编|责任编辑|来源|稿源|时间|发布|浏览|点击|阅读|字体|分享|打印|关闭|发表)/;

const EDITOR = ['责任编辑|责编|责任编缉', '编\\s*辑|值班编辑|网络编辑|本期编辑'].map(
  (words) => new RegExp(String.raw`(?:${words})\s*[：:丨|｜/／]\s*([\p{Script=Han}·、，,\s/]{2,40})`, 'u'),
);
const AFTER_EDITORS =
  /[\s、，,/]*(?:校对|审核|监制|终审|初审|复审|统筹|值班|来源|作者|美编|视觉|设计|主编|总编|责任|编辑|签审|二审|三审|一审|时间|发布|浏览|点击|阅读|访问|字体|字号|分享|收藏|关闭|打印|返回).*$/s;

/** The persons of a byline with their roles; empty when something in it is no name (记者从省发改委获悉). */
function authorsIn(byline: string): Author[] {
  const parts = byline.split(new RegExp(`(${ROLE})`, 'u'));
  const authors: Author[] = [];
  // What stands before the first role is whose reporter it is; without a role, names alone.
  if (parts.length === 1) return namesIn(byline)?.map((name) => ({ name, role: null })) ?? [];
  for (let at = 1; at < parts.length; at += 2) {
    const isLast = at + 2 >= parts.length;
    const between = parts[at + 1]!.replace(/^[\s：:/／]+/, '');
    const written = isLast ? between : between.replace(new RegExp(String.raw`[\s、，,;；]*${WHOSE}$`, 'u'), '');
    // 记者/通讯员 张三: the first role says nothing of its own.
    if (written.trim() === '') continue;
    const names = namesIn(written);
    if (names === null) return [];
    authors.push(...names.map((name) => ({ name, role: parts[at] as AuthorRole })));
  }
  return authors.filter(({ name }, index) => authors.findIndex((other) => other.name === name) === index);
}

/** Names parted by 、, commas, spaces, or not at all; null when there is anything else. */
function namesIn(written: string): string[] | null {
  const text = written
    .replace(/[•・‧∙]/g, '·')
    .replace(/\s*(?:文[/／]图|摄影报道|参与(?:采写|报道)|报道|整理|采写|撰文|等)\s*$/u, '')
    // Names of two characters are padded to the width of three.
    .replace(/(?<![\p{Script=Han}·])(\p{Script=Han})\s+(?=\p{Script=Han}(?![\p{Script=Han}·]))/gu, '$1')
    .trim();
  const names: string[] = [];
  for (const word of text.split(/[\s、，,;；/／&]+/)) {
    if (word === '') continue;
    const parted = nameOf(word);
    if (parted === null) return null;
    names.push(...parted);
  }
  return names.length === 0 ? null : names;
}

function nameOf(word: string): string[] | null {
  const runTogether = word.length >= 4 && !word.includes('·') ? partNames(word) : null;
  if (runTogether !== null) return runTogether;
  if (isName(word)) return [word];
  const joined = /^(.{2,4})[和与及](.{2,4})$/u.exec(word);
  if (joined !== null && isName(joined[1]!) && isName(joined[2]!)) return [joined[1]!, joined[2]!];
  // More names than one, in more than one way: kept as the page has it.
  return isRunOfNames(word) ? [word] : null;
}

/** Whether a word can be names run together, in whatever way. */
function isRunOfNames(word: string): boolean {
  if (!/^\p{Script=Han}{5,20}$/u.test(word)) return false;
  return partNames(word) !== null || [2, 3].some((length) => isRunFrom(word, length));
}

function isRunFrom(word: string, length: number): boolean {
  const [name, rest] = [word.slice(0, length), word.slice(length)];
  if (partNames(name) === null) return false;
  return rest === '' || [2, 3].some((next) => next <= rest.length && isRunFrom(rest, next));
}

/** Who a field of authors names: a byline, or names alone. */
export function authorsOf(field: string): Author[] {
  const byline = bylineIn([field]);
  return byline.length > 0 ? byline : authorsIn(field.replace(/^[\s（(□■]*|[）)\s]*$/g, '').replace(AFTER_NAMES, ''));
}

/** The first byline of the lines that names somebody; photographers (张三 摄) are not authors. */
export function bylineIn(lines: readonly string[]): Author[] {
  for (const read of [inBrackets, asLine, inReport, inInfo]) {
    const authors = lines.flatMap((line) => read(line));
    if (authors.length > 0) return once(authors);
  }
  return [];
}

function inBrackets(line: string): Author[] {
  return Array.from(line.matchAll(IN_BRACKETS), ([, byline]) => authorsIn(byline!)).flat();
}

function asLine(line: string): Author[] {
  if (line.length > 80 || /摄\s*[）)]?$/.test(line)) return [];
  const found = WHOLE_LINE.exec(line.replace(AFTER_NAMES, ''));
  return found === null ? [] : authorsIn(found[1]!);
}

function inReport(line: string): Author[] {
  const found = REPORTS.exec(line);
  return found === null ? [] : authorsIn(found[1]!);
}

function inInfo(line: string): Author[] {
  const found = IN_INFO.exec(line);
  const names = found && namesIn(found[1]!.split(INFO_WORDS)[0]!);
  return names?.map((name) => ({ name, role: '作者' as const })) ?? [];
}

function once(authors: readonly Author[]): Author[] {
  return authors.filter(({ name }, index) => authors.findIndex((other) => other.name === name) === index);
}

/** The editors that the lines name, parted by 、: the one responsible before others. */
export function editorIn(lines: readonly string[]): string | null {
  for (const pattern of EDITOR) {
    for (const line of lines) {
      const found = pattern.exec(line);
      const editors = found && editorsOf(found[1]!);
      if (editors !== null) return editors;
    }
  }
  return null;
}

/** As a field holds them: only names. */
export function editorsOf(written: string): string | null {
  const names = namesIn(
    written
      .replace(/^[\s【[（(]*(?:责任编辑|责编|编辑)\s*[：:丨|｜/／]?/u, '')
      .replace(AFTER_EDITORS, '')
      .replace(/[】\]）)\s]+$/u, ''),
  );
  return names === null ? null : names.join('、');
}
