import { xml } from '../export/xml';
import type { Language } from '../model';
import { wordsOf } from '../words/words';
import type { Comparison } from './compared';
import { saidRow, type SaidPiece } from './said';
import type { TermChange } from './summary';

const STYLE = `
:root { color-scheme: light dark; --quiet: #595959; --gone: #8a1c1c; --come: #0b5c2e; }
@media (prefers-color-scheme: dark) { :root { --quiet: #b0b0b0; --gone: #ff9d94; --come: #7fd6a0; } }
body { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; font: 1rem/1.8 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; }
.label, .quiet { color: var(--quiet); font-size: .85rem; margin: 1rem 0 0; }
p { margin: .2rem 0; } table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #8886; padding: .2rem .5rem; text-align: start; vertical-align: top; }
del { color: var(--gone); } ins { color: var(--come); text-decoration-thickness: 2px; }
del::before { content: "[−"; } del::after { content: "]"; } ins::before { content: "[+"; } ins::after { content: "]"; }
`;

/** A comparison as one page that needs nothing else; what went and what came are marked by signs, not by colour alone. */
export function comparisonHtml(comparison: Comparison, language: Language): string {
  const { lang, compare: words, notes: noteWords } = wordsOf(language);
  const { a, b, rows, summary, notes, nameOf } = comparison;
  const terms = (name: string, changes: readonly TermChange[]) =>
    table(
      name,
      [words.columns.before, words.columns.after, words.columns.sentenceBefore, words.columns.sentenceAfter],
      changes.map(termRow),
    );
  const body = rows.map((row) => {
    const said = saidRow(row, { a: a.paragraphs, b: b.paragraphs }, language);
    if (said === null) return `<p lang="zh-CN">${xml(b.paragraphs[row.b!]!)}</p>`;
    const text = said.pieces.map((pieces) => pieces.map(inHtml).join('')).join('');
    return `<p class="label">${xml(said.label)}</p>${text === '' ? '' : `<p lang="zh-CN">${text}</p>`}`;
  });
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${xml(`${words.title}: ${a.name} / ${b.name}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${xml(words.title)}</h1>
<p>${xml(words.first)}: <span lang="zh-CN">${xml(a.citation ?? a.name)}</span></p>
<p>${xml(words.second)}: <span lang="zh-CN">${xml(b.citation ?? b.name)}</span></p>
<p class="quiet">${xml(words.counts(summary.counts))} ${xml(words.marks.html)}</p>
${table(
  words.formulationsTitle,
  [words.columns.what, words.columns.item, words.columns.before, words.columns.after],
  summary.formulations.map(({ is, key, wordings, ...counts }) => [
    words.formulations[is],
    nameOf(key),
    wordings?.a ?? words.times(counts.a),
    wordings?.b ?? words.times(counts.b),
  ]),
)}${terms(words.obligations, summary.obligations)}${terms(words.figures, summary.figures)}${table(
    words.notesTitle,
    [words.columns.what, words.columns.before, words.columns.after],
    notes.map(({ annotation, state, now }) => [
      words.noteStates[state],
      annotation.anchor?.quote ?? noteWords.onArticle,
      now ?? '',
    ]),
  )}<h2>${xml(words.text)}</h2>
${body.join('\n')}
</body>
</html>
`;
}

function termRow({ a, b, sentenceA, sentenceB }: TermChange): string[] {
  return [a.join(' '), b.join(' '), sentenceA?.text ?? '', sentenceB?.text ?? ''];
}

function table(name: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const head = columns.map((column) => `<th scope="col">${xml(column)}</th>`).join('');
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${xml(cell)}</td>`).join('')}</tr>`);
  return `<h2>${xml(name)}</h2>\n<table><thead><tr>${head}</tr></thead><tbody>\n${lines.join('\n')}\n</tbody></table>\n`;
}

function inHtml({ is, text }: SaidPiece): string {
  switch (is) {
    case 'same':
      return xml(text);
    case 'removed':
      return `<del>${xml(text)}</del>`;
    case 'added':
      return `<ins>${xml(text)}</ins>`;
    case 'note':
      return `<span class="quiet">[${xml(text)}] </span>`;
  }
}
