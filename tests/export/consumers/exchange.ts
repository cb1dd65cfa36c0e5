import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { unzipSync } from 'fflate';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { FormatId } from '../../../lib/model';
import { check, claim, isThere, run, skip } from '../checks';
import { LIBRARY } from '../library';
import { hasWebAnnotationTests, violations } from '../webAnnotation';

const NOTES = LIBRARY.flatMap(({ annotations }) => annotations);
const PROJECT_SCHEMA = join(import.meta.dirname, '../../../../shared/oracles/refi-qda/Project.xsd');

/** Formats of other programs, by their schemas and by readers of them. */
export async function checkExchange(files: Record<FormatId, string>, folder: string): Promise<void> {
  const text = (id: FormatId) => readFileSync(files[id], 'utf8');
  if (hasWebAnnotationTests) {
    await check('the schemas of the W3C accept the annotations', () => {
      const collection = JSON.parse(text('w3c')) as { '@context': string; total: number; first: { items: object[] } };
      const broken = [
        ...violations('collections/collectionMusts.test')(collection),
        ...violations('collections/pages/pageMusts.test')({ '@context': collection['@context'], ...collection.first }),
        ...collection.first.items.flatMap((item) =>
          violations('annotations/annotationMusts.test')({ '@context': collection['@context'], ...item }),
        ),
      ];
      claim(broken.length === 0, broken.join(', '));
      claim(collection.total === NOTES.length, `${collection.total} annotations`);
    });
  } else skip('the schemas of the W3C', 'they are not on this machine');
  await checkProject(files['refi-qda'], folder);
  await check('citation-js reads RIS', () => {
    const items = new Cite(text('ris')).data as { title: string; URL: string }[];
    claim(items.length === LIBRARY.length, `${items.length} references`);
    claim(
      items.every(({ title }, index) => (title ?? '') === (LIBRARY[index]!.article.title ?? '')),
      `titles: ${items.map(({ title }) => title).join(' / ')}`,
    );
    claim((text('ris').match(/^N1 {2}- /gm) ?? []).length === NOTES.length, 'a note is missing');
  });
  await check('a reader like that of Anki finds cards with ids of their own', () => {
    const cards = ankiRows(text('anki'));
    const ids = new Set(cards.map(([id]) => id));
    claim(cards.length > 0 && cards.every(({ length }) => length === 6), 'columns are missing');
    claim(ids.size === cards.length, 'an id stands twice');
    claim(
      cards.some(([, , , front]) => /\{\{c1::稳就业\}\}/.test(front!)),
      'no cloze',
    );
    claim(!cards.flat().some((cell) => /<script/i.test(cell)), 'a script came through');
  });
  await check('papaparse reads the CSV for Readwise', () => {
    const { data, errors } = Papa.parse<Record<string, string>>(text('readwise'), {
      header: true,
      skipEmptyLines: true,
    });
    claim(errors.length === 0 && data.length === NOTES.length, `${data.length} rows, ${errors.length} errors`);
    claim(
      data.every(({ Highlight }) => Highlight !== ''),
      'a highlight is empty',
    );
  });
  await check('Hypothesis would import each annotation', () => {
    const { annotations } = JSON.parse(text('hypothesis')) as {
      annotations: {
        target: { source: string }[];
        tags: string[];
        text: string;
        uri: string;
        permissions: { read: string[] };
      }[];
    };
    claim(annotations.length === NOTES.length, `${annotations.length} annotations`);
    claim(
      annotations.every(({ target, uri }) => target.length === 1 && target[0]!.source === uri),
      'a target is missing',
    );
    claim(
      !annotations.some(({ permissions }) => permissions.read.some((who) => who.startsWith('group:'))),
      'one would be shared',
    );
  });
  if (isThere('xmllint')) {
    await check('TMX, TBX and the page are well-formed', () => {
      run('xmllint', ['--noout', files.tmx, files.tbx]);
      claim(
        run('xmllint', ['--xpath', 'count(//tu[tuv[1]/seg and tuv[2]/seg])', files.tmx]).trim() === '2',
        'not two units',
      );
      claim(
        run('xmllint', ['--xpath', 'count(//*[local-name()="conceptEntry"])', files.tbx]).trim() === '2',
        'not two concepts',
      );
    });
  } else skip('TMX and TBX', 'install libxml2-utils');
}

async function checkProject(archive: string, folder: string): Promise<void> {
  const entries = unzipSync(readFileSync(archive));
  const project = new TextDecoder().decode(entries['project.qde']);
  const file = join(folder, 'project.qde');
  writeFileSync(file, project);
  if (!isThere('xmllint')) skip('the schema of REFI-QDA', 'install libxml2-utils');
  else if (!existsSync(PROJECT_SCHEMA)) skip('the schema of REFI-QDA', 'it is not on this machine');
  else {
    await check('the schema of REFI-QDA accepts the project', () => {
      run('xmllint', ['--noout', '--schema', PROJECT_SCHEMA, file]);
    });
  }
  await check('every selection of the project gives back its quote, in code points', () => {
    const quotes: string[] = [];
    for (const [, path, inside] of project.matchAll(
      /plainTextPath="internal:\/\/([^"]+)"[^>]*>([\s\S]*?)<\/TextSource>/g,
    )) {
      const characters = [...new TextDecoder().decode(entries[`sources/${path!}`])];
      for (const [, name, start, end] of inside!.matchAll(
        /<PlainTextSelection guid="[^"]+" name="([^"]*)" startPosition="(\d+)" endPosition="(\d+)"/g,
      )) {
        const quote = characters.slice(Number(start), Number(end)).join('');
        claim(quote === unescaped(name!), `${quote} is not ${name!}`);
        quotes.push(quote);
      }
    }
    const missing = NOTES.filter(({ anchor }) => anchor !== null && !quotes.includes(anchor.quote));
    claim(missing.length === 0, `${missing.length} quotes are missing`);
  });
  await check('references inside the project lead somewhere', () => {
    const guids = new Set([...project.matchAll(/ guid="([^"]+)"/g)].map(([, guid]) => guid));
    const lost = [...project.matchAll(/targetGUID="([^"]+)"/g)].filter(([, guid]) => !guids.has(guid));
    claim(lost.length === 0, `${lost.length} lead nowhere`);
    claim(guids.size === [...project.matchAll(/ guid="/g)].length, 'a guid stands twice');
  });
}

/** As the manual of Anki says: header lines, then lines of tab-separated fields, quotes doubled. */
function ankiRows(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) =>
    line.split('\t').map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)),
  );
}

function unescaped(xml: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return xml.replace(/&(?:#(\d+)|(\w+));/g, (_, code?: string, name = '') =>
    code === undefined ? named[name]! : String.fromCodePoint(Number(code)),
  );
}
