/**
 * Elements in a row. An element that is not there leaves no mark behind, and where a mark meets one that stands at the
 * end of an element already, the two do not pile up: “Co.” and “. ” give “Co. ”, “?” and “: ” give “? ”.
 */

/** What remains of a mark after one that an element ends with; marks that are not named here stand side by side. */
const AFTER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '.': { '.': '.' },
  ',': { ',': ',' },
  ':': { ':': ':', '.': ':' },
  ';': { ';': ';', ':': ';', '.': ';' },
  '!': { '.': '!', ':': '!' },
  '?': { '.': '?', ':': '?' },
};

export function join(elements: readonly string[], mark: string): string {
  return elements
    .filter((each) => each !== '')
    .reduce((before, each) => (before === '' ? each : close(before, mark) + each), '');
}

/** An element with what ends it. */
export function close(element: string, end: string): string {
  if (element === '') return '';
  const merged = AFTER[element.slice(-1)]?.[end.slice(0, 1)];
  return merged === undefined ? element + end : element.slice(0, -1) + merged + end.slice(1);
}

/** An element in its brackets, if it is there. */
export function wrap(open: string, element: string, end: string): string {
  return element === '' ? '' : open + element + end;
}
