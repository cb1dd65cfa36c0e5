import { browser } from 'wxt/browser';
import { CITATION_STYLES, type CitationStyle } from './cite/citationStyle';
import { COLOURS, KINDS, type Colour, type ColourNames, type Kind, type Language } from './model';
import { siteOf } from './sites';

const MARK_STYLES = ['line', 'faint', 'tint'] as const;
export type MarkStyle = (typeof MARK_STYLES)[number];

/** Every setting is one row of `storage.local`, so that two pages that write do not undo each other. */
export interface Settings {
  readonly language: 'auto' | Language;
  readonly markStyle: MarkStyle;
  readonly marksVisible: boolean;
  /** Phrases that are too common to mark unasked (营商环境, 真抓实干). */
  readonly commonPhrases: boolean;
  readonly kinds: Readonly<Record<Kind, boolean>>;
  readonly colourNames: ColourNames;
  /** How references are written when they are copied. */
  readonly citationStyle: CitationStyle;
  /** Hosts that the reader switched off, or on beyond the default sites. */
  readonly sites: Readonly<Record<string, 'on' | 'off'>>;
  /** Searches of the library that the reader kept, by name. */
  readonly savedSearches: readonly SavedSearch[];
  /** What the reader made of the template for Markdown; null: as it comes. */
  readonly markdownTemplate: string | null;
  readonly backupEvery: BackupEvery;
  /** Backups that are kept in the folder. */
  readonly backupsKept: number;
  readonly lastBackup: LastBackup | null;
  /** When the reader last put off a backup; ms since the epoch. */
  readonly backupPutOff: number | null;
  /** Why the last one was not made; null: it was. */
  readonly backupFailure: BackupFailure | null;
}

export const BACKUP_EVERY = ['off', 'daily', 'weekly'] as const;
export type BackupEvery = (typeof BACKUP_EVERY)[number];
export const BACKUPS_KEPT = { least: 1, most: 50 } as const;

/** `wrong`: read back it was not what was written; the others as files fail. */
const BACKUP_FAILURES = ['withdrawn', 'no-room', 'denied', 'gone', 'unwritten', 'wrong'] as const;
export interface BackupFailure {
  /** ms since the epoch. */
  readonly at: number;
  readonly why: (typeof BACKUP_FAILURES)[number];
}

export interface LastBackup {
  /** ms since the epoch. */
  readonly at: number;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** In the folder it was read back; a download is out of our reach once it is saved. */
  readonly where: 'folder' | 'download';
}

export interface SavedSearch {
  readonly name: string;
  /** Where it leads in the library. */
  readonly href: string;
}

/** What a change of the settings tells by itself, whether or not anybody remembers how they were. */
export interface SettingsChange {
  /** Null when the style stayed as it was. */
  readonly markStyle: { readonly before: MarkStyle; readonly after: MarkStyle } | null;
  /** What notes on pages show and copy: names of colours, the form of references. */
  readonly notes: boolean;
  /** What pages are marked by. */
  readonly marks: boolean;
}

type Row = { readonly [key: string]: unknown };
type StorageChanges = Readonly<Record<string, { readonly oldValue?: unknown; readonly newValue?: unknown }>>;

const KIND_ROW = 'kind:';
const SITE_ROW = 'site:';
const COLOUR_ROW = 'colour:';
const SEARCH_ROW = 'search:';
const CITATION_ROW = 'citationStyle';
/** UTF-16 units; a name stands beside a dot of its colour. */
export const LONGEST_COLOUR_NAME = 20;

const TEMPLATE_ROW = 'markdownTemplate';
/** What this machine does and did by itself: no part of a backup. */
const BACKUP_ROW = 'backup:';
/** UTF-16 units. */
const LONGEST_TEMPLATE = 100_000;

type Own =
  | 'kinds'
  | 'sites'
  | 'colourNames'
  | 'savedSearches'
  | 'markdownTemplate'
  | 'backupEvery'
  | 'backupsKept'
  | 'lastBackup'
  | 'backupPutOff'
  | 'backupFailure';
const DEFAULTS: Omit<Settings, Own> = {
  language: 'auto',
  markStyle: 'line',
  marksVisible: true,
  commonPhrases: false,
  citationStyle: '2025-numeric',
};

/** Places are known but not marked unless asked for: 山西 in every line helps nobody. */
const KINDS_OFF: ReadonlySet<Kind> = new Set(['place']);

export async function readSettings(): Promise<Settings> {
  return settingsFrom(await browser.storage.local.get(null));
}

export async function writeSetting<K extends keyof typeof DEFAULTS>(key: K, value: Settings[K]): Promise<void> {
  await browser.storage.local.set({ [key]: value });
}

export async function writeKind(kind: Kind, shown: boolean): Promise<void> {
  await browser.storage.local.set({ [KIND_ROW + kind]: shown });
}

/** An empty name leaves the colour without a meaning of its own. */
export async function writeColourName(colour: Colour, name: string): Promise<void> {
  const kept = name.trim().slice(0, LONGEST_COLOUR_NAME);
  if (kept === '') await browser.storage.local.remove(COLOUR_ROW + colour);
  else await browser.storage.local.set({ [COLOUR_ROW + colour]: kept });
}

/** Keeps a search under a name; null: no longer. */
export async function writeSavedSearch(name: string, href: string | null): Promise<void> {
  if (href === null) await browser.storage.local.remove(SEARCH_ROW + name);
  else await browser.storage.local.set({ [SEARCH_ROW + name]: href });
}

/** Null: as it comes. */
export async function writeTemplate(template: string | null): Promise<void> {
  if (template === null) await browser.storage.local.remove(TEMPLATE_ROW);
  else await browser.storage.local.set({ [TEMPLATE_ROW]: template.slice(0, LONGEST_TEMPLATE) });
}

export async function writeBackups(
  change: Partial<Pick<Settings, 'backupEvery' | 'backupsKept' | 'lastBackup' | 'backupPutOff' | 'backupFailure'>>,
): Promise<void> {
  await browser.storage.local.set(
    Object.fromEntries(Object.entries(change).map(([name, value]) => [BACKUP_ROW + name, value])),
  );
}

/** The rows as a backup keeps them. */
export async function settingRows(): Promise<Row> {
  return portable(await browser.storage.local.get(null));
}

/** Of rows that a file has, those that are settings, hold what they may, and differ from what is here. */
export async function newSettingRows(rows: Row): Promise<Row> {
  const here = await browser.storage.local.get(null);
  const isOther = ([name, value]: [string, unknown]) => JSON.stringify(here[name]) !== JSON.stringify(value);
  return Object.fromEntries(Object.entries(portable(rows)).filter(isOther));
}

/** Rows as they are and as they are to be; what is not there is missing in `before`. */
interface ChangedRows {
  readonly before: Row;
  readonly after: Row;
}

/** What writing rows would change. */
export async function settingsChange(after: Row): Promise<ChangedRows> {
  return { before: await browser.storage.local.get(Object.keys(after)), after };
}

export async function takeSettings({ after }: ChangedRows): Promise<void> {
  await browser.storage.local.set({ ...after });
}

/** Puts back those that are still as they were written. Returns how many are not, and stay. */
export async function takeBackSettings({ before, after }: ChangedRows): Promise<number> {
  const names = Object.keys(after);
  const here = await browser.storage.local.get(names);
  const own = names.filter((name) => JSON.stringify(here[name]) === JSON.stringify(after[name]));
  await browser.storage.local.remove(own.filter((name) => !(name in before)));
  await browser.storage.local.set(
    Object.fromEntries(own.flatMap((name) => (name in before ? [[name, before[name]]] : []))),
  );
  return names.length - own.length;
}

function portable(rows: Row): Row {
  return Object.fromEntries(Object.entries(rows).filter(([name, value]) => isPortable(name, value)));
}

/** Whether a row is one of ours and holds what it may: other programs and other versions write files too. */
function isPortable(name: string, value: unknown): boolean {
  if (name.startsWith(KIND_ROW)) return typeof value === 'boolean';
  if (name.startsWith(SITE_ROW)) return value === 'on' || value === 'off';
  if (name.startsWith(COLOUR_ROW)) return textIn(value) !== null;
  if (name.startsWith(SEARCH_ROW)) return typeof value === 'string' && value.startsWith('#/');
  if (name === TEMPLATE_ROW) return typeof value === 'string' && value.length <= LONGEST_TEMPLATE;
  if (name === 'marksVisible' || name === 'commonPhrases') return typeof value === 'boolean';
  const words: Readonly<Record<string, readonly unknown[]>> = {
    language: ['auto', 'zh', 'en'],
    markStyle: MARK_STYLES,
    [CITATION_ROW]: CITATION_STYLES,
  };
  return Object.hasOwn(words, name) && words[name]!.includes(value);
}

/** `null` leaves the site to its default. */
export async function writeSite(host: string, state: 'on' | 'off' | null): Promise<void> {
  if (state === null) await browser.storage.local.remove(SITE_ROW + host);
  else await browser.storage.local.set({ [SITE_ROW + host]: state });
}

/** Reads a host from now on. It gets a row of its own only where it would not be read without one. */
export async function switchOn(host: string): Promise<void> {
  const { sites } = await readSettings();
  const { [host]: _own, ...others } = sites;
  const state = siteState({ sites: others }, host) ?? (siteOf(host) === null ? 'off' : 'on');
  await writeSite(host, state === 'on' ? null : 'on');
}

/** Hears when backups are to be made otherwise, or one was made or not. */
export function onBackupsChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((changes: StorageChanges, area: string) => {
    if (area === 'local' && Object.keys(changes).some((row) => row.startsWith(BACKUP_ROW))) changed();
  });
}

export function onSettingsChanged(changed: (change: SettingsChange) => void, signal?: AbortSignal): void {
  const listener = (changes: StorageChanges, area: string) => {
    if (area === 'local') changed(changeIn(changes));
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/** The interface language: the setting, else the browser's. */
export function languageOf(settings: Settings): Language {
  if (settings.language !== 'auto') return settings.language;
  return browser.i18n.getUILanguage().toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The reader's word on a host: the closest of its own row and those of the domains above it. */
export function siteState(settings: Pick<Settings, 'sites'>, host: string): 'on' | 'off' | null {
  for (let name = host; name !== ''; name = name.slice(name.indexOf('.') + 1 || name.length)) {
    const state = settings.sites[name];
    if (state !== undefined) return state;
  }
  return null;
}

function changeIn(changes: StorageChanges): SettingsChange {
  const rows = Object.keys(changes);
  return {
    markStyle: changeOfStyle(changes),
    notes: rows.some(isOfNotes),
    marks: rows.some((row) => !isOfNotes(row) && !isOfLibrary(row)),
  };
}

function isOfLibrary(row: string): boolean {
  return row === TEMPLATE_ROW || row.startsWith(SEARCH_ROW) || row.startsWith(BACKUP_ROW);
}

function isOfNotes(row: string): boolean {
  return row === CITATION_ROW || row.startsWith(COLOUR_ROW);
}

function changeOfStyle({ markStyle }: StorageChanges): SettingsChange['markStyle'] {
  if (markStyle === undefined) return null;
  const before = fitting(markStyle.oldValue, MARK_STYLES, DEFAULTS.markStyle);
  const after = fitting(markStyle.newValue, MARK_STYLES, DEFAULTS.markStyle);
  return before === after ? null : { before, after };
}

/** A value that does not fit is as if it were not there: a broken profile must not stop the reader. */
function fitting<V>(value: unknown, values: readonly V[], fallback: V): V {
  return values.includes(value as V) ? (value as V) : fallback;
}

function settingsFrom(rows: Row): Settings {
  const pick = <V>(key: string, values: readonly V[], fallback: V): V => fitting(rows[key], values, fallback);
  const sites: Record<string, 'on' | 'off'> = {};
  for (const [key, value] of Object.entries(rows)) {
    if (key.startsWith(SITE_ROW) && (value === 'on' || value === 'off')) sites[key.slice(SITE_ROW.length)] = value;
  }
  return {
    language: pick('language', ['auto', 'zh', 'en'] as const, DEFAULTS.language),
    markStyle: pick('markStyle', MARK_STYLES, DEFAULTS.markStyle),
    marksVisible: pick('marksVisible', [true, false], DEFAULTS.marksVisible),
    commonPhrases: pick('commonPhrases', [true, false], DEFAULTS.commonPhrases),
    citationStyle: pick(CITATION_ROW, CITATION_STYLES, DEFAULTS.citationStyle),
    kinds: Object.fromEntries(
      KINDS.map((kind) => [kind, pick(KIND_ROW + kind, [true, false], !KINDS_OFF.has(kind))]),
    ) as Record<Kind, boolean>,
    colourNames: Object.fromEntries(
      COLOURS.map((colour) => [colour, textIn(rows[COLOUR_ROW + colour])]),
    ) as ColourNames,
    sites,
    savedSearches: searchesIn(rows),
    markdownTemplate: typeof rows[TEMPLATE_ROW] === 'string' ? rows[TEMPLATE_ROW] : null,
    backupEvery: pick(`${BACKUP_ROW}backupEvery`, BACKUP_EVERY, 'off'),
    backupsKept: keptIn(rows[`${BACKUP_ROW}backupsKept`]),
    backupPutOff: timeIn(rows[`${BACKUP_ROW}backupPutOff`]),
    lastBackup: lastBackupIn(rows[`${BACKUP_ROW}lastBackup`]),
    backupFailure: backupFailureIn(rows[`${BACKUP_ROW}backupFailure`]),
  };
}

/** Backups kept unless the reader says otherwise. */
const USUALLY_KEPT = 7;

function keptIn(value: unknown): number {
  const { least, most } = BACKUPS_KEPT;
  return typeof value === 'number' && value >= least && value <= most ? Math.floor(value) : USUALLY_KEPT;
}

function timeIn(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function lastBackupIn(value: unknown): LastBackup | null {
  const { at, name, size, where } = (value ?? {}) as Partial<LastBackup>;
  const isOurs = typeof at === 'number' && typeof name === 'string' && typeof size === 'number';
  return isOurs ? { at, name, size, where: where === 'folder' ? 'folder' : 'download' } : null;
}

function backupFailureIn(value: unknown): BackupFailure | null {
  const { at, why } = (value ?? {}) as Partial<BackupFailure>;
  const known = BACKUP_FAILURES.find((each) => each === why);
  return typeof at === 'number' && known !== undefined ? { at, why: known } : null;
}

/** By name; what does not lead into the library is left out. */
function searchesIn(rows: Row): SavedSearch[] {
  return Object.entries(rows)
    .flatMap(([key, href]) =>
      key.startsWith(SEARCH_ROW) && typeof href === 'string' && href.startsWith('#/')
        ? [{ name: key.slice(SEARCH_ROW.length), href }]
        : [],
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST_COLOUR_NAME) : null;
}
