import { describe } from '../../../lib/anchor/locate';
import { fingerprintsOf } from '../../../lib/identity/fingerprint';
import { pageKey } from '../../../lib/identity/pageKey';
import { COLOURS, type Annotation, type SavedArticle } from '../../../lib/model';
import { PARAGRAPH_MARK } from '../../../lib/text/normalise';

/** Invented: places, projects and sentences of no real report. */
const PLACES = ['青禾县', '临川镇', '白石沟村', '东岭区', '柳泉市', '云台街道'];
const TOPICS = [
  ['产业链“链长制”推进会召开', '链长制', '全产业链协同'],
  ['部署“六稳”“六保”重点任务', '六稳', '稳住经济基本盘'],
  ['乡村振兴现场会举行', '乡村振兴', '和美乡村建设'],
  ['深化能源革命综合改革试点', '能源革命', '绿色低碳转型'],
  ['安全生产专题会议召开', '安全生产', '隐患排查整治'],
  ['优化营商环境若干措施出台', '营商环境', '一件事一次办'],
  ['推动高质量发展座谈会举行', '高质量发展', '新质生产力'],
  ['第一书记驻村工作交流会召开', '第一书记', '驻村帮扶'],
] as const;
const SOURCES = ['山西日报', '人民网', '新华网', '中国政府网', '柳泉日报'];
const HOSTS = ['www.gov.cn', 'sx.people.com.cn', 'www.news.cn', 'www.shanxi.gov.cn'];
const TAGS = ['要点', '措辞变化', '数字', '待核实', '人事', '引用', '对比去年', '产业'];
const NOTES = [
  '与去年同期的表述相比，少了“加快”二字，需要再查前一份通稿。',
  '这里第一次把两项工作放在一句里说。',
  '**数字**：和统计公报不一致，先存疑。',
  'Compare with the wording of the March bulletin.',
  '可作为第三章的例子。',
  '翻译时注意：此处不是泛指，是专门的提法。',
  '',
  '',
];
const ENTRIES = [
  'liu-wen',
  'gao-zhiliang-fazhan',
  'liu-bao',
  'liang-ge-queli',
  'lin-wu',
  'lan-foan',
  'nengyuan-geming',
];
const DAY = 86_400_000;
/** What a page need not say. */
const REST = {
  subtitle: null,
  authors: [{ name: '程远', role: '记者' }],
  editor: '苏棠',
  pageNumber: null,
  site: null,
  issuingBody: null,
  documentNumber: null,
  foundBy: {},
  otherKeys: [],
  canonical: null,
  said: {},
  corrected: [],
};

export interface LibraryRows {
  readonly articles: readonly SavedArticle[];
  readonly annotations: readonly Annotation[];
}

/** A library as a reader may have it after a year; the same every time. */
export function smallLibrary(articleCount: number, perArticle: number, now: number): LibraryRows {
  const articles: SavedArticle[] = [];
  const annotations: Annotation[] = [];
  for (let number = 0; number < articleCount; number++) {
    const [what, term, slogan] = TOPICS[number % TOPICS.length]!;
    const place = PLACES[(number * 5) % PLACES.length]!;
    const title = `${place}${what}`;
    const paragraphs = paragraphsOf(place, title, term, slogan, number);
    const host = HOSTS[number % HOSTS.length]!;
    const url = `http://${host}/n${2024 + (number % 2)}/${1000 + number}.html`;
    // More of late than long ago.
    const savedAt = Math.round(now - 360 * DAY * ((articleCount - number) / articleCount) ** 1.7);
    const id = `article-${String(number).padStart(5, '0')}`;
    articles.push({
      id,
      key: pageKey(url),
      url,
      title,
      publishedAt: number % 17 === 5 ? null : new Date(savedAt - (number % 9) * DAY).toISOString().slice(0, 10),
      source: SOURCES[((number * number) % 9) % SOURCES.length]!,
      ...REST,
      body: paragraphs.map((_, at) => at),
      textSavedAt: savedAt,
      paragraphs,
      fingerprints: fingerprintsOf(paragraphs),
      savedAt,
      updatedAt: savedAt,
      deletedAt: null,
    } as unknown as SavedArticle);
    const text = paragraphs.join(PARAGRAPH_MARK);
    for (let each = 0; each < perArticle; each++) {
      const seed = number * 7 + each * 3;
      const isOnArticle = seed % 23 === 4;
      const sentences = text.split(/[。”\u2029]/).filter(({ length }) => length > 6);
      const sentence = sentences[1 + ((each * 3) % (sentences.length - 1))]!.replace(/^“/, '');
      const start = text.indexOf(sentence);
      const at = savedAt + each * 120_000;
      annotations.push({
        id: `note-${number}-${each}`.padEnd(10, '0'),
        articleId: id,
        anchor: isOnArticle ? null : describe(text, { start, end: start + sentence.length }),
        paragraph: isOnArticle ? null : sentence,
        colour: COLOURS[seed % 3 === 0 ? 0 : seed % COLOURS.length]!,
        note: isOnArticle ? '全文：结构与上月的稿子相同。' : NOTES[seed % NOTES.length]!,
        tags: [TAGS[seed % TAGS.length]!, TAGS[(seed * 3 + 1) % TAGS.length]!].slice(0, 1 + (seed % 2)),
        entries: seed % 4 === 0 ? [] : [ENTRIES[((seed * seed) % 11) % ENTRIES.length]!],
        revision: 1,
        otherNotes: [],
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
      } as unknown as Annotation);
    }
  }
  return { articles, annotations };
}

function paragraphsOf(place: string, title: string, term: string, slogan: string, number: number): string[] {
  return [
    title,
    `本报讯 ${place}日前召开会议，研究部署${term}工作。会议指出，要把${slogan}摆在突出位置，逐项明确责任单位和完成时限。`,
    `会议强调，要深刻领悟“两个确立”的决定性意义，扎实做好“六稳”工作，全面落实“六保”任务，推动高质量发展取得新成效。`,
    `记者在${place}看到，${3 + (number % 9)}个项目已经开工，${12 + number}户居民领到了新的办事清单。“以前要跑几趟，现在一次就办完了。”一位居民说。`,
    `据介绍，今年以来当地围绕${slogan}出台措施${5 + (number % 12)}条，办结事项${200 + number * 3}件，办理时间平均缩短${10 + (number % 40)}%。`,
    `下一步，${place}将建立清单、倒排工期，定期通报进展，确保各项任务落到实处。`,
  ];
}

/** A page of either browser. */
interface Evaluating {
  evaluate(act: (rows: LibraryRows) => Promise<void>, rows: LibraryRows): Promise<void>;
}

/** Writes rows with their records past our own code; the library must have been opened before. */
export async function writeRows(own: Evaluating, rows: LibraryRows): Promise<void> {
  await own.evaluate(async ({ articles, annotations }) => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('pangzhu');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
    const transaction = opened.transaction(['articles', 'annotations', 'changes'], 'readwrite');
    const all = [
      ...articles.map((row) => ['articles', row] as const),
      ...annotations.map((row) => ['annotations', row] as const),
    ];
    for (const [table, row] of all) {
      transaction.objectStore(table).put(row);
      transaction.objectStore('changes').add({ at: row.updatedAt, table, rowId: row.id, before: null, after: row });
    }
    await new Promise((resolve, reject) => {
      transaction.addEventListener('complete', resolve);
      transaction.addEventListener('abort', () => reject(transaction.error));
    });
    opened.close();
  }, rows);
}
