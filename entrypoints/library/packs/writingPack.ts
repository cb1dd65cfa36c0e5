import type { PackFormat } from '../../../components/packs/FileMenu';
import { writeCsv } from '../../../lib/packfiles/csvPack';
import { writeJson } from '../../../lib/packfiles/jsonPack';
import type { PackContent } from '../../../lib/packfiles/opened';
import { writePatch } from '../../../lib/packfiles/patch';
import { writeYomitan } from '../../../lib/packfiles/yomitan';
import type { OwnEntry } from '../../../lib/packs/own';
import type { PackEntry } from '../../../lib/packs/packEntry';
import type { Database } from '../../../lib/store/database';
import { listExceptions } from '../../../lib/store/exceptions';
import { corrections } from '../../../lib/store/own';
import type { PackRow } from '../../../lib/packs/packRow';
import { entriesOf } from '../../../lib/store/packs';
import { localDay } from '../../../lib/text/dates';
import { download } from '../exchange/saving';

/** Saves a pack as a download. */
export async function savePack(content: PackContent, format: Exclude<PackFormat, 'patch'>): Promise<void> {
  const name = `${content.title.zh} ${content.version}`.replace(/[\\/:*?"<>|]+/g, '-').trim();
  switch (format) {
    case 'json':
      return save(`${name}.json`, 'application/json', [...writeJson(content)].join(''));
    case 'csv':
      return save(`${name}.csv`, 'text/csv', [...writeCsv(content.entries)].join(''));
    case 'yomitan':
      return save(`${name}.zip`, 'application/zip', writeYomitan(content));
  }
}

export async function savePatch(database: Database): Promise<void> {
  const [all, exceptions] = await Promise.all([corrections(database), listExceptions(database)]);
  const inForce = all.filter(({ deletedAt }) => deletedAt === null);
  await save(`pangzhu corrections ${localDay(new Date())}.json`, 'application/json', writePatch(inForce, exceptions));
}

export async function contentOf(database: Database, row: PackRow): Promise<PackContent> {
  const entries: PackEntry[] = [];
  for await (const some of entriesOf(database, row)) entries.push(...some);
  const { id, version, title, licence, changes } = row;
  return { id, version, title, licence, changes, entries };
}

/** The reader's own as a pack for others. Its id is that of the reader's first entry, so that a later one is an update. */
export function ownContent(own: readonly OwnEntry[], title: string): PackContent {
  const entries = own.filter(({ deletedAt }) => deletedAt === null).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const [first] = own.toSorted((a, b) => a.createdAt - b.createdAt);
  return {
    id: `of-${first?.id ?? 'nobody'}`,
    version: localDay(new Date()),
    title: { zh: title, en: title },
    licence: '',
    changes: [],
    entries: entries.map(({ entry }) => entry),
  };
}

async function save(name: string, mime: string, content: string | Uint8Array<ArrayBuffer>): Promise<void> {
  const sink = download(name, mime);
  await sink.write(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  await sink.close();
}
