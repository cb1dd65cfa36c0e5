// npm start [-- FILE|URL]: opens a browser with the extension on the sample article, a file or an address.
// Without a display it does the same unseen, prints what was found and saves a screenshot.
import { createServer } from 'node:http';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, normalize, relative, resolve } from 'node:path';
import { ensureBrowsers, findBrowser } from './browsers.mjs';
import { build, ensureDependencies, giveUp, ROOT } from './setup.mjs';

const TYPES = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.css': 'text/css',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};
const SAMPLE = join(ROOT, 'tests/articles/gov-notice/page.html');
const SCREENSHOT = join(ROOT, '.output/start.png');
/** Lines of a plain text in which its date and source may stand, and characters of a first line that may be a title. */
const HEAD_LINES = 5;
const LONGEST_TITLE = 60;
/** ms to wait for the page to be read. */
const PATIENCE = 15_000;

const asked = process.argv[2];
const isUrl = asked !== undefined && /^https?:\/\//.test(asked);
const file = isUrl ? null : asked === undefined ? SAMPLE : resolve(process.env.INIT_CWD ?? '.', asked);
const complaint =
  process.argv.length > 3 ? 'One file or address at a time.' : file === null ? null : complaintAbout(file);
if (complaint !== null) giveUp(`${complaint} Usage: npm start [-- FILE.txt|FILE.html|http://ADDRESS]`);

/** What is wrong with a file, in a sentence, or null. */
function complaintAbout(path) {
  const name = asked || 'without a name';
  if (asked === '--help' || asked === '-h')
    return 'Opens a browser with the extension on the sample article, a file or an address.';
  if (!existsSync(path)) return `There is no file ${name}.`;
  if (!statSync(path).isFile()) return `${name} is not a file.`;
  if (!/\.(txt|html?)$/i.test(path)) return `${name} is not a .txt or .html file.`;
  return readFileSync(path).includes(0) ? `${name} is not a text.` : null;
}

ensureDependencies();
const kind = whichBrowser();
const executablePath = findBrowser(kind);
console.log('Building …');
const extension = build(kind);
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const server = file === null ? null : await serve(file);
const url = file === null ? asked : `http://127.0.0.1:${server.address().port}/${encodeURIComponent(basename(file))}`;
const trial = await trialBuild(extension, new URL(url).hostname);
const profile = await mkdtemp(join(tmpdir(), 'pangzhu-profile-'));

const { default: puppeteer } = await import('puppeteer-core');
const browser = await puppeteer.launch({
  browser: kind === 'firefox' ? 'firefox' : 'chrome',
  executablePath,
  headless: !hasDisplay,
  userDataDir: profile,
  defaultViewport: hasDisplay ? null : { width: 1200, height: 900 },
  ...(kind === 'firefox'
    ? {}
    : {
        pipe: true,
        enableExtensions: true,
        args: [
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--disable-quic',
          '--no-first-run',
        ],
      }),
});

try {
  await browser.installExtension(trial);
  const page = await browser.newPage();
  const opened = await page.goto(url, { waitUntil: 'domcontentloaded' }).catch(() => null);
  if (opened === null && !hasDisplay) throw new Error(`${url} could not be opened.`);
  if (hasDisplay) {
    // The introduction opens in front by itself; the article is what was asked for.
    await ownPage().catch(() => undefined);
    await page.bringToFront();
    console.log(`Open: ${url}\nRest the pointer on an underlined word. Close the browser to end.`);
    await new Promise((done) => browser.once('disconnected', done));
  } else await report(page);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await browser.close().catch(() => undefined);
  server?.close();
  server?.closeAllConnections();
  for (const folder of [trial, profile]) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Chromium's family first; Firefox when it is the only one. Installs where that is allowed. */
function whichBrowser() {
  const here = ['chromium', 'firefox'].find((each) => findBrowser(each) !== null);
  if (here !== undefined) return here;
  const { chromium } = ensureBrowsers(['chromium']);
  if (chromium !== null) return 'chromium';
  return giveUp(
    'No browser was found: install Chromium, Edge, Chrome or Firefox (Debian, Ubuntu: sudo apt install chromium), or name one in PANGZHU_CHROMIUM.',
  );
}

/** A copy of the build that may read one more host: the one that is opened here. Otherwise it is the build. */
async function trialBuild(from, host) {
  const folder = await mkdtemp(join(tmpdir(), 'pangzhu-trial-'));
  await cp(from, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  manifest.host_permissions.push(`*://${host}/*`);
  manifest.content_scripts[0].matches.push(`*://${host}/*`);
  await writeFile(path, JSON.stringify(manifest));
  return folder;
}

/** Serves a file and what lies beside it, on loopback. Plain text becomes a page with a paragraph a line. */
function serve(path) {
  const folder = dirname(path);
  const answer = async (request, response) => {
    const name = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)).replace(/^[/\\]+/, '');
    const bytes = name.startsWith('..') ? null : await readFile(join(folder, name)).catch(() => null);
    if (bytes === null) return response.writeHead(404).end();
    const ending = extname(name).toLowerCase();
    const isText = ending === '.txt';
    response.writeHead(200, {
      'content-type': isText ? 'text/html; charset=utf-8' : (TYPES[ending] ?? 'application/octet-stream'),
    });
    response.end(isText ? pageOf(decode(bytes), name) : bytes);
  };
  const made = createServer((request, response) => void answer(request, response));
  return new Promise((done) => made.listen(0, '127.0.0.1', () => done(made)));
}

/** UTF-8 if it is that, else GB18030, the other encoding of Chinese text files. */
function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The first line is the title; a full date and a source among the first lines are the article's. */
function pageOf(text, name) {
  const escape = (line) => line.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const head = lines.slice(0, HEAD_LINES).join('\n');
  const date = /(?<!\d)(20\d{2})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})/.exec(head);
  const source = /(?<!\p{Script=Han})来源[：:]\s*([^\s）)]+)/u.exec(head);
  const meta = [
    date && ['PubDate', [date[1], date[2].padStart(2, '0'), date[3].padStart(2, '0')].join('-')],
    source && ['ContentSource', source[1]],
  ].filter(Boolean);
  const [title = name, ...rest] = lines;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escape(title.trim())}</title>
${meta.map(([key, value]) => `<meta name="${key}" content="${escape(value)}">`).join('\n')}
<style>body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 18px/1.9 serif; color-scheme: light dark; } h1 { font-size: 24px; }</style>
<body>${title.length > LONGEST_TITLE ? `<p>${escape(title)}</p>` : `<h1>${escape(title)}</h1>`}
${rest.map((line) => `<p>${escape(line)}</p>`).join('\n')}</body></html>`;
}

/** Prints what the side panel lists for the page, and saves a picture of the page. */
async function report(page) {
  const own = await ownPage();
  const panel = `sidepanel.html?tab=${await own.evaluate(async (address) => {
    const api = globalThis.browser ?? globalThis.chrome;
    const tabs = await api.tabs.query({});
    return tabs.find((tab) => tab.url === address)?.id;
  }, page.url())}`;
  await own.evaluate((address) => {
    location.href = address;
  }, panel);
  // A page that nobody sees is not read until it is looked at.
  await page.bringToFront();
  const until = Date.now() + PATIENCE;
  let rows = [];
  let notice = '';
  let about = '';
  while (Date.now() < until && rows.length === 0) {
    await new Promise((done) => setTimeout(done, 250));
    ({ rows, notice, about } = await own
      .evaluate(() => ({
        rows: [...document.querySelectorAll('.panel-group')].flatMap((group) =>
          [...group.querySelectorAll('.row')].map((row) => ({
            name: row.querySelector('.row-name > span')?.textContent ?? '',
            kind: group.querySelector('h2')?.firstChild?.textContent?.trim() ?? '',
            count: row.querySelector('.row-count > span')?.textContent ?? '',
            line: row.querySelector('.row-line')?.textContent ?? '',
          })),
        ),
        notice: document.querySelector('.panel-notice')?.textContent ?? '',
        about: [...document.querySelectorAll('.panel-article > h2, .panel-article > dl')]
          .map((part) => part.innerText.replace(/\s+/g, ' '))
          .join('\n'),
      }))
      .catch(() => ({ rows: [], notice: '', about: '' })));
  }
  await page.screenshot({ path: SCREENSHOT });
  console.log(`\n${url}\n${about}\n`);
  if (rows.length === 0) console.log(notice || 'The page was not read.');
  for (const { name, kind: of, count, line } of rows) {
    console.log(`${pad(name, 34)} ${pad(of, 14)} ${count.padStart(3)}  ${cut(line, 78)}`);
  }
  console.log(`\nScreenshot: ${relative(process.cwd(), SCREENSHOT)}`);
}

/** A page of the extension: it opens its introduction by itself when it is installed. */
async function ownPage() {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    for (const each of await browser.pages()) {
      const address = await each.evaluate(() => location.href).catch(() => '');
      if (/^(chrome|moz)-extension:/.test(address)) return each;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('The extension did not start.');
}

/** Columns of a terminal: Chinese characters take two. */
function width(text) {
  return [...text].reduce(
    (sum, letter) =>
      sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(letter) ? 2 : 1),
    0,
  );
}

function cut(text, most) {
  let taken = '';
  for (const letter of text) {
    if (width(taken + letter) > most - 1) return `${taken}…`;
    taken += letter;
  }
  return taken;
}

function pad(text, most) {
  const short = cut(text, most);
  return short + ' '.repeat(most - width(short));
}
