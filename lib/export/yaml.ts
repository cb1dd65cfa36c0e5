// eslint-disable-next-line no-control-regex
const ESCAPED = /[\u0000-\u001f"\\\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A text in double quotes that every reader of YAML takes as that text, whatever it holds. */
export function yamlText(text: string): string {
  const escaped = text
    .toWellFormed()
    .replace(ESCAPED, (character) =>
      character === '"' || character === '\\'
        ? `\\${character}`
        : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  return `"${escaped}"`;
}

/** A tag as Obsidian takes it: letters, digits, `_`, `-` and `/`, and not digits only. Null when nothing is left. */
export function obsidianTag(tag: string): string | null {
  const plain = tag
    .toWellFormed()
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}_/-]/gu, '')
    .replace(/^\/+|\/+$|(?<=\/)\/+/g, '');
  if (plain === '') return null;
  return /^[\p{N}_/-]+$/u.test(plain) ? `y${plain}` : plain;
}
