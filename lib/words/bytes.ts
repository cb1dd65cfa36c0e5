const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];
const STEP = 1024;

/** A number of bytes as people read it: `812 B`, `1.4 MB`, `36 GB`. Below ten of a unit with one decimal, but for bytes. */
export function bytesInWords(bytes: number): string {
  let [value, unit] = [bytes, 0];
  while (value >= STEP && unit < UNITS.length - 1) [value, unit] = [value / STEP, unit + 1];
  const isFine = unit > 0 && value < 10;
  return `${isFine ? Math.round(value * 10) / 10 : Math.round(value)} ${UNITS[unit]}`;
}
