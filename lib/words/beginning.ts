/** UTF-16 units: enough to know something again. */
const LENGTH = 24;

/** How a text begins, in one line. */
export function beginningOf(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > LENGTH ? `${line.slice(0, LENGTH)}…` : line;
}
