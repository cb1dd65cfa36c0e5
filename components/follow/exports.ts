/** What is shown, as files. */
import { csvLine } from '../../lib/export/csv';
import type { Table } from './FollowTable';

/** Without it Excel reads UTF-8 as the machine's own code page. */
const BYTE_ORDER_MARK = '\ufeff';
/** Pixels of a picture for each one on the screen. */
const SHARPNESS = 2;

export function tableAsCsv({ head, rows }: Table): Blob {
  const lines = [csvLine(head), ...rows.map((row) => csvLine(row.map(({ text, value }) => value ?? text)))];
  return new Blob([BYTE_ORDER_MARK, ...lines], { type: 'text/csv' });
}

/** The picture by itself: colours and fonts as they are now, on the ground of the page. */
export function pictureAsSvg(drawn: SVGSVGElement): string {
  const style = getComputedStyle(drawn);
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [
    ['width', '100%'],
    ['height', '100%'],
    ['fill', 'var(--ground)'],
  ] as const) {
    ground.setAttribute(name, value);
  }
  copy.prepend(ground);
  const valueOf = (name: string): string =>
    style
      .getPropertyValue(name)
      .trim()
      .replaceAll('"', "'")
      .replaceAll(/var\((--[\w-]+)\)/g, (_, inner: string) => valueOf(inner));
  return new XMLSerializer()
    .serializeToString(copy)
    .replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => valueOf(name));
}

/** Null where the browser cannot draw it. */
export async function pictureAsPng(drawn: SVGSVGElement): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(pictureAsSvg(drawn))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  const { width, height } = drawn.viewBox.baseVal;
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}

export function save(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name.replaceAll(/[\\/:*?"<>|\s]+/g, '-');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_FOR);
}

/** ms. The browser has taken it by then. */
const KEPT_FOR = 10_000;
