import { markdownText } from '../export/noteMarkdown';
import type { Language } from '../model';
import { wordsOf } from '../words/words';
import type { Comparison } from './compared';
import { saidRow, type SaidPiece } from './said';
import type { TermChange } from './summary';

/** A comparison as Markdown: what went is ~~struck out~~, what came **bold**; both citations, the summary, the text. */
export function comparisonMarkdown(comparison: Comparison, language: Language): string {
  const { compare: words, notes: noteWords } = wordsOf(language);
  const { a, b, rows, summary, notes, nameOf } = comparison;
  const lines = [
    `# ${words.title}`,
    '',
    `- ${words.first}: ${markdownText(a.citation ?? a.name)}`,
    `- ${words.second}: ${markdownText(b.citation ?? b.name)}`,
    `- ${words.counts(summary.counts)}`,
    `- ${words.marks.markdown}`,
  ];
  const part = (name: string, items: readonly string[]) => {
    if (items.length > 0) lines.push('', `## ${name}`, '', ...items);
  };
  part(
    words.formulationsTitle,
    summary.formulations.map(({ is, key, wordings, ...counts }) => {
      const what = wordings === null ? words.timesBoth(counts.a, counts.b) : `${wordings.a} → ${wordings.b}`;
      return `- ${words.formulations[is]}: ${markdownText(`${nameOf(key)} (${what})`)}`;
    }),
  );
  part(words.obligations, summary.obligations.map(termLine));
  part(words.figures, summary.figures.map(termLine));
  part(
    words.notesTitle,
    notes.map(({ annotation, state, now }) => {
      const quote = annotation.anchor?.quote ?? noteWords.onArticle;
      return `- ${words.noteStates[state]}: ${markdownText(quote)}${now === null || now === quote ? '' : ` → ${markdownText(now)}`}`;
    }),
  );
  lines.push('', `## ${words.text}`);
  for (const row of rows) {
    const said = saidRow(row, { a: a.paragraphs, b: b.paragraphs }, language);
    if (said === null) lines.push('', markdownText(b.paragraphs[row.b!]!));
    else
      lines.push(
        '',
        `*${said.label}*`,
        ...(said.pieces.length === 0 ? [] : ['', said.pieces.map(inMarkdown).join('')]),
      );
  }
  return `${lines.join('\n')}\n`;
}

function termLine({ a, b, sentenceA, sentenceB }: TermChange): string {
  const words = `${a.join(' ') || '—'} → ${b.join(' ') || '—'}`;
  const sentences = [sentenceA?.text, sentenceB?.text].flatMap((text) =>
    text === undefined ? [] : [markdownText(text)],
  );
  return `- ${markdownText(words)}\n${sentences.map((sentence) => `    - ${sentence}`).join('\n')}`;
}

function inMarkdown(pieces: readonly SaidPiece[]): string {
  return pieces
    .map(({ is, text }) => {
      if (is === 'note') return `*[${text}]* `;
      if (is === 'same' || text.trim() === '') return markdownText(text);
      const mark = is === 'removed' ? '~~' : '**';
      return `${mark}${markdownText(text.trim())}${mark}`;
    })
    .join('');
}
