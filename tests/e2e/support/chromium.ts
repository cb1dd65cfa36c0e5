import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type Page, type Worker } from '@playwright/test';
import { findBrowser } from '../../../scripts/browsers.mjs';
import type { Site } from './site';

export const CHROME_BUILD = resolve('.output/chrome-mv3');

export interface ChromiumOptions {
  readonly colorScheme?: 'light' | 'dark';
  /** Debian's Chromium has no Chinese interface, so the language is chosen as a reader would in the settings. */
  readonly language?: 'zh' | 'en';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly build?: string;
  readonly hasTouch?: boolean;
  readonly forcedColors?: 'active';
  /** Keeps pages that were left in memory, as browsers do outside of tests. */
  readonly backForwardCache?: boolean;
}

/** The built extension in a real Chromium with a fresh profile; every host leads to `site`. */
export class ChromiumWithExtension {
  private constructor(
    readonly context: BrowserContext,
    private readonly profile: string,
    private readonly language: 'zh' | 'en',
  ) {}

  static async launch(site: Site, options: ChromiumOptions = {}): Promise<ChromiumWithExtension> {
    const executablePath = findBrowser('chromium');
    if (executablePath === null) throw new Error('No Chromium was found; install one, or name it in PANGZHU_CHROMIUM.');
    const build = options.build ?? CHROME_BUILD;
    const profile = await mkdtemp(join(tmpdir(), 'pangzhu-chromium-'));
    // Without developer mode an unpacked extension does not come back after a reload of its own.
    await mkdir(join(profile, 'Default'));
    await writeFile(join(profile, 'Default', 'Preferences'), '{"extensions":{"ui":{"developer_mode":true}}}');
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      viewport: options.viewport ?? { width: 1200, height: 800 },
      colorScheme: options.colorScheme ?? 'light',
      ...(options.backForwardCache ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
      ...(options.hasTouch ? { hasTouch: true } : {}),
      ...(options.forcedColors ? { forcedColors: options.forcedColors } : {}),
      args: [
        '--headless=new',
        '--no-sandbox',
        `--disable-extensions-except=${build}`,
        `--load-extension=${build}`,
        `--host-resolver-rules=MAP * 127.0.0.1:${site.port}`,
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
        '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      ],
    });
    const browser = new ChromiumWithExtension(context, profile, options.language ?? 'zh');
    await browser.resetSettings();
    return browser;
  }

  async worker(): Promise<Worker> {
    return this.context.serviceWorkers()[0] ?? (await this.context.waitForEvent('serviceworker'));
  }

  /** All settings as new, but for the language. */
  async resetSettings(): Promise<void> {
    const worker = await this.worker();
    await worker.evaluate(async (language) => {
      await chrome.storage.local.clear();
      await chrome.storage.local.set({ language });
    }, this.language);
  }

  /** Nothing annotated, saved or begun. */
  async forgetNotes(): Promise<void> {
    const worker = await this.worker();
    await worker.evaluate(emptyTables);
  }

  async id(): Promise<string> {
    return new URL((await this.worker()).url()).host;
  }

  /** Opens a page of the extension. */
  async openOwn(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${await this.id()}/${path}`);
    return page;
  }

  async close(): Promise<void> {
    await this.context.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Runs in the worker. */
async function emptyTables(): Promise<void> {
  // To open what is not there would make it.
  if (!(await indexedDB.databases()).some(({ name }) => name === 'pangzhu')) return;
  const database = await new Promise<IDBDatabase>((done, reject) => {
    const request = indexedDB.open('pangzhu');
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  const tables = [...database.objectStoreNames];
  const transaction = database.transaction(tables, 'readwrite');
  for (const table of tables) transaction.objectStore(table).clear();
  await new Promise((done) => {
    transaction.addEventListener('complete', done);
  });
  database.close();
}
