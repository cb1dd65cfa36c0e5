import type { Page } from '@playwright/test';
import type { NotesProtocol } from '../../../lib/messages';
import type { Annotation, AnnotationDraft, ArticleDraft, Change, SavedArticle } from '../../../lib/model';

type Answer<N extends keyof NotesProtocol> = ReturnType<NotesProtocol[N]>;

/** Asks the background from a page of the extension, as its own code does. */
export async function ask<N extends keyof NotesProtocol>(own: Page, name: N, request: unknown): Promise<Answer<N>> {
  const reply = await own.evaluate((envelope) => chrome.runtime.sendMessage(envelope), {
    to: 'background',
    name,
    request,
  });
  return (reply as { answer: Answer<N> }).answer;
}

/** Asks from the content script's world of the tab that shows an address. */
export async function askFrom<N extends keyof NotesProtocol>(
  own: Page,
  url: string,
  name: N,
  request: unknown,
): Promise<Answer<N>> {
  // As JSON: Chromium loses what is null in the arguments.
  const envelope = JSON.stringify({ to: 'background', name, request });
  const reply = await own.evaluate(
    async ([address, message]) => {
      const tab = (await chrome.tabs.query({})).find((each) => each.url === address);
      const [injected] = await chrome.scripting.executeScript({
        target: { tabId: tab!.id! },
        func: (sent: string) => chrome.runtime.sendMessage(JSON.parse(sent)),
        args: [message],
      });
      return injected!.result as unknown;
    },
    [url, envelope] as const,
  );
  return (reply as { answer: Answer<N> }).answer;
}

/** The value of an answer that must have one. */
export function done<T>(answer: { readonly is: 'done'; readonly value: T } | { readonly is: 'failed' | 'refused' }): T {
  if (answer.is !== 'done') throw new Error(`not done: ${JSON.stringify(answer)}`);
  return answer.value;
}

export const PARAGRAPHS = [
  '山西省委书记林武强调，要扎实做好“六稳”工作，全面落实“六保”任务。',
  '会议指出，要深刻领悟“两个确立”的决定性意义，增强政治自觉。',
  '全省各级各部门要用好“链长制”，推动产业链供应链协同发展。',
];

const NO_FACTS = {
  subtitle: null,
  publishedAt: null,
  source: null,
  authors: [],
  editor: null,
  pageNumber: null,
  site: null,
  issuingBody: null,
  documentNumber: null,
};

export function articleDraft(url: string, paragraphs: readonly string[] = PARAGRAPHS): ArticleDraft {
  const facts = { title: '题', ...NO_FACTS };
  const foundBy = { title: null, ...NO_FACTS, authors: null };
  return { url, canonical: null, ...facts, foundBy, paragraphs, body: paragraphs.map((_, index) => index) };
}

export function annotationDraft(id: string, note = ''): AnnotationDraft {
  return {
    id,
    anchor: null,
    paragraph: null,
    colour: 'yellow',
    note,
    tags: [],
    entries: [],
  } as unknown as AnnotationDraft;
}

export interface Tables {
  readonly articles: readonly SavedArticle[];
  readonly annotations: readonly Annotation[];
  readonly changes: readonly Change[];
}

/** All rows, read past our own code. Runs in a page of the extension. */
export async function tablesInPage(): Promise<Tables> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('pangzhu');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  const transaction = opened.transaction(['articles', 'annotations', 'changes']);
  const all = <Row>(table: string) =>
    new Promise<Row[]>((resolve) => {
      const request = transaction.objectStore(table).getAll() as IDBRequest<Row[]>;
      request.addEventListener('success', () => resolve(request.result));
    });
  const tables = {
    articles: await all<SavedArticle>('articles'),
    annotations: await all<Annotation>('annotations'),
    changes: await all<Change>('changes'),
  };
  opened.close();
  return tables;
}

/** What does not fit between rows and the change log: a row that its records do not tell, a record without its row. */
export function halfWrites({ articles, annotations, changes }: Tables): string[] {
  const told = new Map<string, Record<string, unknown>>();
  const wrong: string[] = [];
  for (const { table, rowId, before, after } of changes) {
    const row = told.get(`${table} ${rowId}`);
    if ((before === null) !== (row === undefined)) wrong.push(`${table} ${rowId}: begins twice or not at all`);
    for (const [field, value] of Object.entries(before ?? {})) {
      if (JSON.stringify(row?.[field]) !== JSON.stringify(value)) wrong.push(`${table} ${rowId}: ${field} was another`);
    }
    told.set(`${table} ${rowId}`, { ...row, ...after });
  }
  const rows: (readonly [string, object & { readonly id: string }])[] = [
    ...articles.map((row) => ['articles', row] as const),
    ...annotations.map((row) => ['annotations', row] as const),
  ];
  for (const [table, row] of rows) {
    const record = told.get(`${table} ${row.id}`);
    for (const [field, value] of Object.entries(row)) {
      if (JSON.stringify(record?.[field]) !== JSON.stringify(value)) wrong.push(`${table} ${row.id}: ${field}`);
    }
    told.delete(`${table} ${row.id}`);
  }
  const known = new Set(articles.map(({ id }) => id));
  for (const { id, articleId } of annotations) if (!known.has(articleId)) wrong.push(`${id} has no article`);
  return [...wrong, ...[...told.keys()].map((key) => `${key} is not there`)];
}
