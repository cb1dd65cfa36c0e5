// Draws public/icon/*.png from icon.svg: `node scripts/make-icons.mjs`.
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { findBrowser } from './browsers.mjs';

const FOLDER = new URL('../public/icon/', import.meta.url);
const svg = await readFile(new URL('icon.svg', FOLDER), 'utf8');
const browser = await chromium.launch({ executablePath: findBrowser('chromium') ?? undefined, args: ['--no-sandbox'] });
for (const size of [16, 32, 48, 96, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
  );
  await page.screenshot({ path: new URL(`${size}.png`, FOLDER).pathname, omitBackground: true });
  await page.close();
}
await browser.close();
