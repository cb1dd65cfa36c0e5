import { unzipSync } from 'fflate';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormatId } from '../../../lib/model';
import { check, claim, isThere, run, skip } from '../checks';
import { LIBRARY } from '../library';

/** Every quote, as a reader of the text sees it. */
const QUOTES = LIBRARY.flatMap(({ annotations }) => annotations.flatMap(({ anchor }) => anchor?.quote ?? []));
/** What must not have become a part of the document. */
const CODE = /<script|alert\(1\)<\/script/i;

/** Markdown, HTML and Word, by pandoc and LibreOffice. */
export async function checkDocuments(files: Record<FormatId, string>, folder: string): Promise<void> {
  if (isThere('pandoc')) await checkWithPandoc(files, folder);
  else skip('Markdown, HTML and Word in pandoc', 'install pandoc');
  if (isThere('soffice')) {
    await check('LibreOffice opens the Word file', () => {
      run('soffice', ['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, files.docx]);
      expectQuotes(readFileSync(join(folder, 'docx.txt'), 'utf8'));
    });
  } else skip('Word in LibreOffice', 'install libreoffice-writer');
}

async function checkWithPandoc(files: Record<FormatId, string>, folder: string): Promise<void> {
  const plain = (file: string, format: string) => run('pandoc', ['-f', format, '-t', 'plain', '--wrap=none', file]);
  for (const format of ['markdown', 'commonmark_x', 'gfm']) {
    await check(`pandoc reads the quotes in Markdown, as ${format}`, () => {
      expectQuotes(plain(files.markdown, format));
      claim(!CODE.test(run('pandoc', ['-f', format, '-t', 'html', files.markdown])), 'a script came through');
    });
  }
  await check('pandoc reads the properties of each Markdown file', () => {
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(files['markdown-each'])))) {
      const file = join(folder, 'each.md');
      writeFileSync(file, bytes);
      const { meta } = JSON.parse(run('pandoc', ['-f', 'markdown', '-t', 'json', file])) as {
        meta: Record<string, unknown>;
      };
      claim(
        ['title', 'source', 'author', 'published', 'created', 'tags'].every((key) => key in meta),
        `${name}: properties are missing`,
      );
    }
  });
  await check('pandoc reads the quotes in HTML', () => expectQuotes(plain(files.html, 'html')));
  await check('pandoc reads the quotes and the footnotes in Word', () => {
    expectQuotes(plain(files.docx, 'docx'));
    const native = run('pandoc', ['-f', 'docx', '-t', 'native', files.docx]);
    const notes = native.match(/\bNote\b/g)?.length ?? 0;
    claim(notes >= LIBRARY.flatMap(({ annotations }) => annotations).length, `${notes} footnotes`);
  });
}

function expectQuotes(text: string): void {
  const flat = text.replace(/\s+/g, '');
  const missing = QUOTES.filter((quote) => !flat.includes(quote.replace(/\s+/g, '')));
  claim(missing.length === 0, `quotes are missing: ${missing.join(' / ')}`);
}
