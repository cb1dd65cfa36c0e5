/** Word, with the citation of each note as a footnote. */
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  TextRun,
  type IParagraphStyleOptions,
  type Table,
} from 'docx';
import { COLOURS, type Colour } from '../model';
import { NOTE_COLOURS } from '../words/colours';
import { wordsOf } from '../words/words';
import { fileName, uniqueNames } from './fileName';
import { citationOf, oneByOne, type AnnotatedArticle, type Articles, type Chunks, type ExportContext } from './format';
import { noteParagraphs, runsOf } from './noteParagraphs';
import { termsOf } from './terms';
import { sayable } from './xml';
import { zip } from './zip';

/** Notes of one document. Word opens more, slowly; and a document is made in memory as a whole. */
export const MOST_NOTES = 2_000;
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: 'SimSun' };
const GREY = '666666';
const ABOUT = 'About';

export async function* write(articles: Articles, context: ExportContext): Chunks {
  for await (const part of parts(articles, context)) {
    yield part;
    return;
  }
}

/** A ZIP of documents, where one would hold too many notes. */
export function writeParts(articles: Articles, context: ExportContext): Chunks {
  const unique = uniqueNames();
  async function* entries() {
    let number = 0;
    for await (const part of parts(articles, context)) {
      const name = fileName(wordsOf(context.language).files.library, String(++number), 'docx');
      yield { name: unique(name), chunks: [part] };
    }
  }
  return zip(entries(), context.now);
}

async function* parts(articles: Articles, context: ExportContext): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let begun = new Part(context);
  for await (const each of oneByOne(articles, context)) {
    if (begun.notes > 0 && begun.notes + each.annotations.length > MOST_NOTES) {
      yield await begun.bytes();
      begun = new Part(context);
    }
    begun.add(each);
  }
  yield await begun.bytes();
}

class Part {
  notes = 0;
  private cited = 0;
  private readonly children: (Paragraph | Table)[] = [];
  private readonly footnotes: Record<string, { children: Paragraph[] }> = {};

  constructor(private readonly context: ExportContext) {}

  add(each: AnnotatedArticle): void {
    const { article, annotations } = each;
    const { files } = wordsOf(this.context.language);
    const citation = citationOf(article, this.context);
    this.children.push(
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        children: [
          ...runsOf(oneLine(article.title ?? files.untitled)),
          ...(annotations.length === 0 ? [this.footnote(citation)] : []),
        ],
      }),
    );
    const about = [article.publishedAt, article.source].filter((part) => part !== null && part !== '');
    if (about.length > 0) this.quiet(about.join(' · '));
    for (const annotation of annotations) this.note(annotation, citation);
    const terms = termsOf(each, this.context);
    if (terms.length > 0) {
      this.children.push(new Paragraph({ heading: HeadingLevel.HEADING_2, children: runsOf(files.terms) }));
    }
    for (const { zh, en, definition } of terms) {
      const { bracket, colon } = wordsOf(this.context.language).punctuation;
      const name = new TextRun({ text: sayable(zh), bold: true });
      const said = `${en === null ? '' : bracket(en)}${colon}${definition}`;
      this.children.push(new Paragraph({ children: [name, ...runsOf(said)] }));
    }
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    const { files, name } = wordsOf(this.context.language);
    const document = new Document({
      title: files.library,
      creator: name,
      styles: { default: { document: { run: { font: FONT, size: 22 } } }, paragraphStyles: stylesFor(this.context) },
      footnotes: this.footnotes,
      sections: [{ children: this.children }],
    });
    return new Uint8Array(await Packer.toArrayBuffer(document));
  }

  private note(annotation: AnnotatedArticle['annotations'][number], citation: string): void {
    const { anchor, note, otherNotes, tags, colour, createdAt } = annotation;
    const { files, notes, punctuation } = wordsOf(this.context.language);
    this.notes++;
    this.children.push(
      new Paragraph({
        style: quoteStyle(colour),
        children: [
          ...(anchor === null ? runsOf(files.onArticle, { bold: true }) : runsOf(anchor.quote)),
          this.footnote(citation),
        ],
      }),
    );
    for (const text of [note, ...otherNotes]) this.children.push(...noteParagraphs(text));
    const name = this.context.colourNames[colour] ?? notes.colours[colour];
    const time = this.context.local(createdAt).replace('T', ' ').slice(0, 16);
    this.quiet([time, name, tags.join(punctuation.items)].filter((part) => part !== '').join(' · '));
  }

  private footnote(citation: string): FootnoteReferenceRun {
    const id = ++this.cited;
    this.footnotes[id] = { children: [new Paragraph({ children: runsOf(oneLine(citation)) })] };
    return new FootnoteReferenceRun(id);
  }

  private quiet(text: string): void {
    this.children.push(new Paragraph({ style: ABOUT, children: [new TextRun(sayable(text))] }));
  }
}

/** The reader can change how all of one kind look. */
function stylesFor({ language, colourNames }: ExportContext): IParagraphStyleOptions[] {
  const { files, notes, punctuation, name } = wordsOf(language);
  const quotes = COLOURS.map((colour): IParagraphStyleOptions => {
    const called = punctuation.bracket(colourNames[colour] ?? notes.colours[colour]);
    return {
      id: quoteStyle(colour),
      name: `${name} ${files.columns.quote}${called}`,
      basedOn: 'Normal',
      paragraph: {
        indent: { left: 300 },
        spacing: { before: 200 },
        border: { left: { style: 'single', size: 24, space: 8, color: NOTE_COLOURS[colour].slice(1) } },
      },
    };
  });
  return [...quotes, { id: ABOUT, name: `${name} ${files.about}`, basedOn: 'Normal', run: { color: GREY, size: 18 } }];
}

function quoteStyle(colour: Colour): string {
  return `Quote-${colour}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
