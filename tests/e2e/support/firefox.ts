import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../../scripts/browsers.mjs';
import type { Site } from './site';

export const FIREFOX_BUILD = resolve('.output/firefox-mv3');

/** The built extension in a real Firefox over WebDriver BiDi; every host leads to `site`. */
export class FirefoxWithExtension {
  private constructor(
    readonly browser: Browser,
    /** Opened by the extension itself: WebDriver may not go to its pages, only look at them. */
    readonly welcome: Page,
    private readonly profile: string,
  ) {}

  static async launch(site: Site, build = FIREFOX_BUILD): Promise<FirefoxWithExtension> {
    const executablePath = findBrowser('firefox');
    if (executablePath === null) throw new Error('No Firefox was found; install one, or name it in PANGZHU_FIREFOX.');
    const profile = await mkdtemp(join(tmpdir(), 'pangzhu-firefox-'));
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      userDataDir: profile,
      defaultViewport: { width: 1200, height: 800 },
      extraPrefsFirefox: {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': site.port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': site.port,
        'network.proxy.no_proxies_on': '',
        'dom.security.https_first': false,
        'intl.locale.requested': 'en-US',
      },
    });
    await browser.installExtension(build);
    const welcome = await ownPage(browser, 'welcome.html');
    const firefox = new FirefoxWithExtension(browser, welcome, profile);
    await firefox.setSettings({ language: 'zh' });
    return firefox;
  }

  async open(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(url);
    return page;
  }

  /** Opens a page of the extension from its first-run page. The debugger now and then misses a tab: then another is opened. */
  async openOwn(path: string): Promise<Page> {
    for (let tries = 0; tries < 3; tries++) {
      await this.welcome.evaluate((name) => {
        void (globalThis as unknown as { browser: typeof chrome }).browser.tabs.create({ url: `/${name}` });
      }, path);
      const page = await ownPage(this.browser, path, 6000).catch(() => null);
      if (page !== null) return page;
    }
    throw new Error(`The extension’s page ${path} did not open.`);
  }

  /** All text inside closed shadow roots that hang on the document, as WebDriver tells it; the page cannot see it. */
  async cardText(page: Page): Promise<string> {
    const { connection } = this.browser as unknown as {
      connection: { send(name: string, value: unknown): Promise<unknown> };
    };
    const context = (page.mainFrame() as unknown as { _id: string })._id;
    const answer = await connection.send('script.callFunction', {
      functionDeclaration: '() => [...document.querySelectorAll("[popover=manual]")]',
      target: { context },
      awaitPromise: false,
      serializationOptions: { maxDomDepth: 20, includeShadowTree: 'all' },
    });
    return textOf(answer);
  }

  /** Waits until the card's text has the words. */
  async waitForCard(page: Page, words: string): Promise<string> {
    let last = '';
    for (let tries = 0; tries < 100; tries++) {
      last = await this.cardText(page);
      if (last.includes(words)) return last;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`No card with “${words}”; last: ${last || 'no card'}`);
  }

  async setSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await this.welcome.evaluate(
      (values) => (globalThis as unknown as { browser: typeof chrome }).browser.storage.local.set(values),
      settings,
    );
  }

  async close(): Promise<void> {
    await this.browser.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Finds a page of the extension by what it says of itself: its address is not told to WebDriver. */
async function ownPage(browser: Browser, path: string, patience = 30_000): Promise<Page> {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    for (const page of await browser.pages()) {
      const address = await addressOf(page);
      if (address.startsWith('moz-extension:') && address.endsWith(`/${path}`)) return page;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`The extension’s page ${path} did not open.`);
}

/** '' for a page that does not answer: one that is just opening may not for a while. */
function addressOf(page: Page): Promise<string> {
  const silence = new Promise<string>((done) => setTimeout(() => done(''), 1000));
  return Promise.race([page.evaluate(() => location.href).catch(() => ''), silence]);
}

/** Joins the values of all text nodes in a serialised tree. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (typeof value !== 'object' || value === null) return '';
  const node = value as Record<string, unknown>;
  if (node.nodeType === 3) return String(node.nodeValue);
  return Object.values(node).map(textOf).join('');
}
