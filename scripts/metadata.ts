// npm run --silent metadata: how well the fields of the pages in tests/articles/metadata are read, with every fault.
// A real DOM reads them: the rules run in Chromium.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import type { Article } from '../lib/model';
import { findBrowser } from './browsers.mjs';
import { scoreMetadata, type Expected } from './metadata/score';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'tests/articles/metadata');

const expected = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as Record<string, Expected>;
const pages = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.html'))
  .sort()
  .map((name) => ({ slug: basename(name, '.html'), html: readFileSync(join(FOLDER, name), 'utf8') }));

const articles = await readAll(pages.map(({ slug, html }) => ({ html, url: expected[slug]!.url })));
const { counts, faults } = scoreMetadata(
  pages.map(({ slug }, index) => ({ slug, expected: expected[slug]!, article: articles[index]! })),
);
for (const fault of faults) console.log(fault);
console.log(`\n${pages.length} pages`);
console.log('field\tright\tmissing\twrong');
for (const [field, { right, missing, wrong }] of Object.entries(counts)) {
  console.log([field, right, missing, wrong].join('\t'));
}

async function readAll(inputs: readonly { html: string; url: string }[]): Promise<Article[]> {
  const script = await bundled();
  const executablePath = findBrowser('chromium');
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    return await page.evaluate((all) => {
      const { readArticle } = (globalThis as unknown as { article: typeof import('../lib/article/read') }).article;
      return all.map(({ html, url }) => readArticle(new DOMParser().parseFromString(html, 'text/html'), url));
    }, inputs);
  } finally {
    await browser.close();
  }
}

/** The reader of articles as one script that leaves `article` on `globalThis`. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      lib: { entry: 'lib/article/read.ts', formats: ['iife'], name: 'article' },
    },
  });
  const [bundle] = [built].flat();
  if (bundle === undefined || !('output' in bundle)) throw new Error('The rules could not be bundled.');
  return bundle.output[0].code.replace(/^var article/m, 'globalThis.article');
}
