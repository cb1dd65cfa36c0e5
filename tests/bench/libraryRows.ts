/** A library of any size, invented: the same for the same seed. Runs in a page of the extension, past our own code. */

export interface LibrarySize {
  readonly articles: number;
  readonly annotations: number;
}

/**
 * Fills the database with articles, annotations and the records of both. Takes nothing from outside, for it is sent to
 * the page as text. Entries are those of the reference that it is given.
 */
export async function fillLibrary({
  articles,
  annotations,
  entries,
  now,
}: LibrarySize & { readonly entries: readonly string[]; readonly now: number }): Promise<void> {
  let state = 42;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (count: number) => Math.floor(random() * count);
  /** The first of them far more often than the last, as words are. */
  const skewed = (count: number) => Math.floor(random() ** 3 * count);
  const pick = <T>(all: readonly T[]) => all[below(all.length)]!;

  const subjects =
    '会议 全市各级各部门 调研组 县委常委会 市政府党组 有关负责同志 各乡镇街道 项目专班 驻村工作队 开发区管委会 行业主管部门 省直有关单位 座谈会 基层党组织 参会企业 第一书记'.split(
      ' ',
    );
  const verbs =
    '强调要 指出必须 要求 提出 听取了关于 研究部署 扎实推进 深入开展 持续加强 加快构建 统筹做好 进一步完善 着力提升 切实抓好 认真落实 有序组织'.split(
      ' ',
    );
  const objects =
    '高质量发展 乡村振兴 营商环境 安全生产 生态环境保护 数字化转型 能源革命综合改革 产业链建设 民生实事 基层治理 科技创新 文旅融合 粮食安全 防汛抗旱 森林防火 就业服务 医疗保障 教育改革 重大项目 招商引资 城市更新 水土保持 市场监管 政务服务 信访工作 人才引进 专业镇培育 特色农业 物流枢纽 绿色低碳转型'.split(
      ' ',
    );
  const nouns =
    '工作 任务 方案 措施 机制 清单 责任 成效 经验 问题 意见 体系 平台 队伍 能力 水平 目标 重点 难点 进度'.split(' ');
  const characters =
    '安保本边变标表别病步部才采参产长常厂场车成城程吃出初除处川传创春此次从村存达打大代带单但当党导到道得等地第点电定东动都读度短对队多发法反方防放飞非费分风封夫服府负复该改感干刚高格给根工公共古固故顾关观管光广规国果过海好号合何河黑很红后湖护花化划话欢环黄回会活火或机积基级极集几计记技际济加家价间检建江将讲交角教接街节结解金今进近京经精景净境九久就举具军开看康考科可克口快矿昆扩来劳老乐类冷离里理力历立利连联林流六龙楼路绿轮论落马满毛么美门米面民名明命模末母木目南难内能年农暖牌派盘旁培平评普七期齐企起气千前强桥切亲青轻清情秋求区取全权群然让人认任日荣如入三色森山商上设社身深生声省胜师施十石时实识史使始示世市事试室适收手首受书树数双水税顺说思四送苏算随所他塔台太谈特提体天田条铁听通同统头投土团推外完万王网往望危为卫未位温文问我无五物西希息习席系下夏先现线乡相香想向项小校效些协心新信兴星行形型性修需许续学寻训亚烟严研言养样要也业叶一衣医依移已以义亿议易意因音银引应英营影永用优由有又于语玉育预元园员原源远院约月云运再在早造则增展战站张找照者这真镇正政之知直职至志制质治中种重州洲主住注祝助专转装准资子字自总走组最左作座做';
  // The long tail: names of places, firms and projects that stand in a few articles each.
  const names = Array.from({ length: 6000 }, () =>
    Array.from({ length: 2 + below(3) }, () => characters[below(characters.length)]!).join(''),
  );
  const places = names.slice(0, 300).map((name) => name.slice(0, 2) + pick(['市', '县', '区', '镇']));
  const phrases = Array.from({ length: 4000 }, () => pick(objects) + pick(nouns));
  const sentence = () =>
    `${random() < 0.4 ? pick(places) : ''}${pick(subjects)}${pick(verbs)}${names[skewed(names.length)]!}${
      phrases[skewed(phrases.length)]
    }，${pick(objects)}${pick(nouns)}${pick(['取得新进展', '稳步推进', '全面展开', `达到${below(100)}%`, `完成${1 + below(90)}项`])}。`;
  const paragraph = () => Array.from({ length: 2 + below(4) }, sentence).join('');
  const hex = (length: number) => Array.from({ length }, () => below(16).toString(16)).join('');
  const id = () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
  const day = (moment: number) => new Date(moment).toISOString().slice(0, 10);

  const sources = '人民网 新华网 山西日报 晋中日报 山西新闻网 黄河新闻网 中国政府网 太原日报 大同日报 临汾日报'.split(
    ' ',
  );
  const hosts = 'sx.people.com.cn www.news.cn www.shanxi.gov.cn www.sxjz.gov.cn www.sxrb.com www.gov.cn'.split(' ');
  const tags = Array.from({ length: 400 }, (_, index) => (index < 30 ? objects[index]! : names[index]! + pick(nouns)));
  const colours = ['yellow', 'yellow', 'yellow', 'green', 'blue', 'pink', 'purple'];
  const years = 3 * 365 * 86_400_000;

  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('pangzhu');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  const write = (rows: readonly { readonly table: string; readonly row: { readonly id: string } }[]) =>
    new Promise<void>((resolve, reject) => {
      const transaction = opened.transaction(['articles', 'annotations', 'changes'], 'readwrite', {
        durability: 'relaxed',
      });
      for (const { table, row } of rows) {
        transaction.objectStore(table).put(row);
        transaction.objectStore('changes').add({ at: now, table, rowId: row.id, before: null, after: row });
      }
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error));
    });

  const of = Math.ceil(annotations / articles);
  let made = 0;
  let rows: { readonly table: string; readonly row: { readonly id: string } }[] = [];
  for (let number = 0; number < articles; number++) {
    const savedAt = now - years + Math.floor((years * number) / articles);
    const title = `${pick(places)}${pick(verbs)}${phrases[skewed(phrases.length)]}`;
    const paragraphs = [title, ...Array.from({ length: 8 + below(10) }, paragraph)];
    const host = pick(hosts);
    const key = `${host.replace('www.', '')}/n2/${number}.html`;
    const articleId = id();
    const article = {
      id: articleId,
      key,
      url: `http://${host}/n2/${number}.html`,
      title,
      publishedAt: random() < 0.05 ? null : day(savedAt - below(40) * 86_400_000),
      source: pick(sources),
      subtitle: null,
      authors: [],
      editor: null,
      pageNumber: null,
      site: null,
      issuingBody: null,
      documentNumber: null,
      foundBy: {},
      otherKeys: [],
      canonical: null,
      said: {},
      corrected: [],
      body: paragraphs.map((_, at) => at),
      textSavedAt: savedAt,
      paragraphs,
      fingerprints: paragraphs.map(() => hex(16)),
      savedAt,
      updatedAt: savedAt,
      deletedAt: null,
    };
    rows.push({ table: 'articles', row: article });
    const text = paragraphs.join('\u2029');
    const length = text.length;
    const sample = Array.from({ length: 24 }, (_, run) => {
      const at = Math.floor((run * length) / 24);
      return text.slice(at, at + 8);
    });
    for (let each = 0; each < of && made < annotations; each++, made++) {
      const start = below(length - 60);
      const end = start + 8 + below(50);
      const at = savedAt + each * 60_000;
      const annotation = {
        id: id(),
        articleId,
        anchor: {
          before: text.slice(Math.max(0, start - 64), start),
          quote: text.slice(start, end),
          after: text.slice(end, end + 64),
          start,
          end,
          length,
          same: { count: 1, index: 0 },
          rivals:
            random() < 0.3
              ? [{ before: text.slice(0, 60), quote: text.slice(60, 80), after: text.slice(80, 140) }]
              : [],
          sample,
        },
        paragraph: paragraphs[1],
        colour: pick(colours),
        note: random() < 0.5 ? '' : `${sentence()}${random() < 0.2 ? ' compare with the previous report' : ''}`,
        tags: Array.from({ length: below(4) }, () => tags[skewed(tags.length)]!).filter(
          (tag, i, all) => all.indexOf(tag) === i,
        ),
        entries: Array.from({ length: below(3) }, () => entries[skewed(entries.length)]!).filter(
          (entry, i, all) => all.indexOf(entry) === i,
        ),
        revision: 1,
        otherNotes: [],
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
      };
      rows.push({ table: 'annotations', row: annotation });
    }
    if (rows.length >= 2000) {
      await write(rows);
      rows = [];
    }
  }
  await write(rows);
  opened.close();
}
