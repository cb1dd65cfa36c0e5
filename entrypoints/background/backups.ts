/**
 * Backups by themselves. An alarm looks each hour whether one is due. The background can write into a chosen folder while
 * that is permitted; a download needs a page, and permission again a click: then the icon reminds the reader, and the
 * library makes it or says why not.
 */
import { browser } from 'wxt/browser';
import { EXTENSION, write } from '../../lib/export/backup';
import { checkBackup } from '../../lib/export/checkBackup';
import { fileName } from '../../lib/export/fileName';
import { failedBackup, isBackupDue } from '../../lib/library/backupDue';
import { report } from '../../lib/report';
import {
  languageOf,
  onBackupsChanged,
  readSettings,
  settingRows,
  writeBackups,
  type BackupFailure,
  type Settings,
} from '../../lib/settings';
import type { Database, FolderRow } from '../../lib/store/database';
import { allArticles } from '../../lib/store/exporting';
import { backupFolder } from '../../lib/store/folders';
import { besideRows } from '../../lib/store/importing';
import { localDay } from '../../lib/text/dates';
import { wordsOf } from '../../lib/words/words';
import { BACKUP_LOCK, isPermitted, removeBegun, rotate, withTime } from '../pages/backupFolder';
import { fileFailureOf } from '../pages/fileFailure';
import { inSlices } from '../pages/inSlices';

const ALARM = 'backup';
/** Minutes. A machine that slept is asked soon after it wakes. */
const LOOK_EVERY = 60;
const FIRST_LOOK = 1;
/** ms. A worker without a call to the browser is ended after 30 s. */
const STAY_AWAKE_EVERY = 20_000;
const BADGE = '#8a2f1d';

/** Listeners at once; the rest when it is needed. */
export function registerBackups(store: () => Promise<Database>): void {
  const told = (job: string, done: Promise<unknown>) => void done.catch((error: unknown) => report(job, error));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) told('a backup by itself', look(store));
  });
  onBackupsChanged(() => told('when to back up', follow()));
  browser.runtime.onInstalled.addListener(() => told('when to back up', follow()));
  browser.runtime.onStartup.addListener(() => told('when to back up', follow()));
}

/** The alarm and the icon as the settings are now. */
async function follow(): Promise<void> {
  const settings = await readSettings();
  const alarm = await browser.alarms.get(ALARM);
  if (settings.backupEvery === 'off') await browser.alarms.clear(ALARM);
  else if (alarm === undefined) {
    await browser.alarms.create(ALARM, { delayInMinutes: FIRST_LOOK, periodInMinutes: LOOK_EVERY });
  }
  if (failedBackup(settings, Date.now()) !== null) await remind(settings, 'failed');
  else if (!isBackupDue(settings, Date.now())) await remind(settings, null);
}

async function look(store: () => Promise<Database>): Promise<void> {
  const settings = await readSettings();
  if (!isBackupDue(settings, Date.now())) return remind(settings, null);
  const database = await store();
  if ((await database.annotations.count()) === 0) return;
  const folder = await backupFolder(database);
  if (folder === null) return remind(settings, 'due');
  const awake = setInterval(() => void browser.runtime.getPlatformInfo(), STAY_AWAKE_EVERY);
  try {
    await navigator.locks.request(BACKUP_LOCK, { ifAvailable: true }, async (lock) => {
      if (lock !== null) await backUp(database, folder, settings);
    });
  } catch (error) {
    report('a backup by itself', error);
    await failed(fileFailureOf(error));
  } finally {
    clearInterval(awake);
  }
}

async function backUp(database: Database, folder: FolderRow, settings: Settings): Promise<void> {
  if (!(await isPermitted(folder.handle))) return failed('withdrawn');
  const at = Date.now();
  const title = wordsOf(languageOf(settings)).files.backup;
  const name = withTime(fileName(title, localDay(new Date(at)), EXTENSION), at);
  const { version } = browser.runtime.getManifest();
  const beside = { ...(await besideRows(database)), settings: await settingRows() };
  const handle = await folder.handle.getFileHandle(name, { create: true });
  // What is written is not there before it is closed.
  const writable = await handle.createWritable();
  try {
    for await (const chunk of write(() => allArticles(database), { now: at, version, beside })) {
      await writable.write(chunk);
    }
    await writable.close();
  } catch (error) {
    // Two files were begun: the one and what is to take its place.
    await writable.abort().catch(() => undefined);
    await removeBegun(folder.handle, name);
    throw error;
  }
  const file = await handle.getFile();
  const problem = await checkBackup(inSlices(file));
  if (problem !== null) return failed('wrong');
  await rotate(database, folder, name, settings.backupsKept);
  await writeBackups({ lastBackup: { at, name, size: file.size, where: 'folder' }, backupFailure: null });
}

function failed(why: BackupFailure['why']): Promise<void> {
  return writeBackups({ backupFailure: { at: Date.now(), why } });
}

/** On the icon of every tab that has nothing of its own to tell. */
async function remind(settings: Settings, of: 'due' | 'failed' | null): Promise<void> {
  const words = wordsOf(languageOf(settings));
  await browser.action.setBadgeText({ text: of === null ? '' : '!' });
  await browser.action.setBadgeBackgroundColor({ color: BADGE });
  await browser.action.setTitle({
    title: of === null ? browser.i18n.getMessage('name') : words.exchange.reminders[of],
  });
}
