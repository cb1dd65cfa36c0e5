/** UTF-8 bytes; most file systems take 255, and a browser adds ` (1)`. */
const LONGEST = 180;
const FORBIDDEN = /[<>:"/\\|?*#^[\]\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{fffd}]/gu;
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/**
 * A name that Windows, macOS and Linux take, made of a title: never a path, never hidden, never empty, one line. `suffix`
 * (a date) is kept whole.
 */
export function fileName(title: string, suffix: string, extension: string): string {
  const end = suffix === '' ? '' : ` ${plain(suffix)}`;
  const base = shortened(plain(title), LONGEST - bytes(end)) + end;
  const name = base.trim().replace(/^[.\s]+|[.\s]+$/g, '');
  return `${name === '' ? '_' : name.replace(RESERVED, (reserved) => `${reserved}_`)}.${extension}`;
}

/** Gives each name once; a second gets ` (2)`. Names that differ only in case are the same on most machines. */
export function uniqueNames(): (name: string) => string {
  const used = new Map<string, number>();
  const isFree = (name: string) => !used.has(keyOf(name));
  return (name) => {
    let given = name;
    for (let count = (used.get(keyOf(name)) ?? 0) + 1; !isFree(given); count++) {
      given = name.replace(/(?=\.[^.]*$)/, ` (${count})`);
      used.set(keyOf(name), count);
    }
    used.set(keyOf(given), Math.max(1, used.get(keyOf(given)) ?? 0));
    return given;
  };
}

function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function plain(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim();
}

/** Cut between characters. */
function shortened(text: string, limit: number): string {
  let length = 0;
  let kept = '';
  for (const character of text) {
    length += bytes(character);
    if (length > limit) return `${kept.trim()}…`;
    kept += character;
  }
  return kept;
}

function bytes(text: string): number {
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    count += 1 + Number(code > 0x7f) + Number(code > 0x7ff) + Number(code > 0xffff);
  }
  return count;
}
