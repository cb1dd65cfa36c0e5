import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paintedInPage } from './support/articles';
import { expect, test } from './support/fixtures';
import { frameState } from './support/worker';

/** The seed documents lie beside the project on its developers' machines only. */
const SHARED = join(import.meta.dirname, '../../../shared');

interface SeedDocument {
  readonly id: string;
  readonly file: string;
  readonly title: string | null;
  readonly asOf: string;
}
interface SeedOfficial {
  readonly name: string;
  readonly document: string;
  readonly office: string;
  readonly body: string | null;
}

const isHere = existsSync(join(SHARED, 'facts/documents.json'));
const read = <T>(name: string): T[] => (isHere ? (JSON.parse(readFileSync(join(SHARED, name), 'utf8')) as T[]) : []);

/** A document as a page: markup that it has stays, other lines become paragraphs. */
function pageOf({ title, asOf }: SeedDocument, text: string): string {
  const body = /<p[ >]/.test(text)
    ? text.replace(/^---[\s\S]*?---/, '')
    : text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => `<p>${line}</p>`)
        .join('\n');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title ?? '文献'}</title>
    <meta name="PubDate" content="${asOf.padEnd(10, '-01')}"></head><body><h1>${title ?? ''}</h1>${body}</body></html>`;
}

test.describe('the five seed documents as pages', () => {
  test.skip(!isHere, 'needs the folder that holds the seed documents');
  for (const document of read<SeedDocument>('facts/documents.json')) {
    test(`seed document ${document.id}`, async ({ open, site, browserWithExtension }) => {
      const url = `http://www.shanxi.gov.cn/seed/${document.id}.html`;
      const text = readFileSync(join(SHARED, 'seeds', document.file), 'utf8');
      site.serve(url, { body: pageOf(document, text) });
      const page = await open(url);
      await expect.poll(() => page.evaluate(paintedInPage).then((painted) => painted.formulation ?? '')).not.toBe('');
      const painted = (await page.evaluate(paintedInPage)).official ?? '';
      const state = (await frameState(browserWithExtension, url))!;
      for (const { name, office, body } of read<SeedOfficial>('facts/officials.json').filter(
        (each) => each.document === document.file,
      )) {
        // A name that is part of a longer formulation (习近平…思想) is painted with it.
        if (name === '习近平') continue;
        expect(painted.split(name).length - 1, name).toBe(text.split(name).length - 1);
        const offices = Object.values(state.cards)
          .flatMap((card) => (card.entry !== null && card.entry.names.zh === name ? [card] : []))
          .map(({ office: answer }) =>
            answer?.is === 'attested' || answer?.is === 'ends' ? (answer.tenure.body ?? '') + answer.tenure.office : '',
          );
        expect(offices, name).toContain((body ?? '') + office);
      }
    });
  }
});
