/**
 * What a spreadsheet would calculate when it opens a CSV file. Full-width signs too: it takes them for the others.
 * Apostrophes in front are ours, or look like it.
 */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** With an apostrophe in front, where a spreadsheet would else take the text for a formula. */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What was guarded, as it was. */
export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
