/**
 * A text in quotation marks, once: a pair of its own is enough, and marks inside become single ones
 * (GB/T 15834: double outside, single inside).
 */
export function inQuotes(text: string): string {
  if (/^“[^“”]*”$/.test(text)) return text;
  return `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
