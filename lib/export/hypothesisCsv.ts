/** CSV as the web client of Hypothesis exports it; it is read only. */
import { csvRows } from './csvRead';
import { gathered, NOTHING, timeOf } from './foreign';
import { refusing, type ImportFile, type Incoming } from './incoming';

export function read(file: ImportFile): AsyncIterable<Incoming> {
  return refusing(file, records(file));
}

async function* records(file: ImportFile): AsyncGenerator<Incoming> {
  const found = (await csvRows(file, ['URL', 'Quote/description'])).map(({ line, cell }) => ({
    at: { is: 'record', number: line } as const,
    foreign: {
      ...NOTHING,
      url: cell('URL'),
      quote: cell('Quote/description') === '' ? null : cell('Quote/description'),
      note: cell('Comment'),
      tags: cell('Tags').split(','),
      createdAt: timeOf(cell('Created at')),
    },
  }));
  yield* gathered('hypothesis-csv', file.name, found);
}
