/** What the tests of the store write, and what holds of all that is written. */
import { expect } from 'vitest';
import { fingerprintsOf } from '../identity/fingerprint';
import { pageKey } from '../identity/pageKey';
import type { AnnotationDraft, AnnotationId, Day } from '../model';
import type { SavedPage } from './articles';
import { changesOf } from './changes';
import type { Database } from './database';

export const TEXT = [
  '山西省委书记林武强调，要扎实做好“六稳”工作，全面落实“六保”任务。',
  '会议指出，要深刻领悟“两个确立”的决定性意义，增强政治自觉。',
  '全省各级各部门要用好“链长制”，推动产业链供应链协同发展。',
  '要统筹发展和安全，坚决守住不发生系统性风险的底线要求。',
  '与会同志还就今年下半年的重点工作安排进行了充分讨论交流。',
  '会议还审议通过了关于进一步优化营商环境的若干具体意见。',
  '省直各有关部门的主要负责同志参加了此次会议并作了发言。',
  '会议以电视电话会议的形式召开，各市县区设立了分会场。',
];

const NO_FACTS = {
  subtitle: null,
  authors: [],
  editor: null,
  pageNumber: null,
  site: null,
  issuingBody: null,
  documentNumber: null,
};

/** A page of the web as it is saved. */
export function page(url = 'http://www.gov.cn/zhengce/content_5690000.htm', more: Partial<SavedPage> = {}): SavedPage {
  const paragraphs = more.paragraphs ?? TEXT;
  return {
    url,
    key: pageKey(url)!,
    canonical: null,
    ...NO_FACTS,
    title: '山西：做好六稳六保',
    publishedAt: '2022-05-16' as Day,
    source: '山西日报',
    foundBy: { ...NO_FACTS, title: 'title', publishedAt: 'date line', source: 'source line', authors: null },
    paragraphs,
    body: [...paragraphs.keys()],
    fingerprints: fingerprintsOf(paragraphs),
    ...more,
  };
}

export function draft(id = 'annotation-1', more: Partial<AnnotationDraft> = {}): AnnotationDraft {
  return {
    id: id as AnnotationId,
    anchor: null,
    paragraph: null,
    colour: 'yellow',
    note: '',
    tags: [],
    entries: [],
    ...more,
  };
}

/** Every row is what its records tell: nothing was written beside the log, and nothing of it is missing. */
export async function expectCompleteLog(database: Database): Promise<void> {
  for (const table of ['articles', 'annotations', 'ownEntries', 'corrections'] as const) {
    for (const row of await database.table<{ id: string }, string>(table).toArray()) {
      const records = await changesOf(database, table, row.id);
      expect(records[0]!.before).toBeNull();
      expect(Object.assign({}, ...records.map(({ after }) => after))).toEqual(row);
      const told: Record<string, unknown> = {};
      for (const { before, after } of records) {
        for (const [field, value] of Object.entries(before ?? {})) expect(told[field]).toEqual(value);
        Object.assign(told, after);
      }
    }
  }
}
