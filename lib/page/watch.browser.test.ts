import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { collect } from './collect';
import { Watch } from './watch';

/** ms, longer than a change may wait to be read. */
const SOON = 400;

let life: AbortController;
let readings: number;
beforeEach(() => {
  life = new AbortController();
  readings = 0;
});
afterEach(() => {
  life.abort();
  document.body.replaceChildren();
});

/** Watches a page as the content script does: after each change it is read and watched again. */
function watching(html?: string): void {
  if (html !== undefined) document.body.innerHTML = html;
  const watch = new Watch(
    () => {
      readings++;
      look();
    },
    (node) => node instanceof Element && node.id === 'ours',
    life.signal,
  );
  function look() {
    const work = collect(document);
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) return watch.start([document, ...step.value.shadowRoots], step.value);
    }
  }
  look();
}

const passed = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a page at rest is not read again', () => {
  test.each([
    ['with a closed <details> that has text of its own', '<details><summary>详情</summary>六稳六保</details>'],
    ['with hidden parts', '<div style="display:none"><p>六稳</p></div><div style="display:none">六保</div>'],
    ['with custom elements', '<x-t>六稳</x-t>'],
    ['with elements that have no box', '<p>甲<x-t style="display:contents">六稳</x-t></p>'],
  ])('%s', async (_, html) => {
    watching(html);
    await passed(2 * SOON);
    expect(readings).toBe(0);
  });
});

describe('what is read', () => {
  test.each([
    ['in the page', () => document],
    ['in a shadow root', () => document.querySelector('x-t')!.shadowRoot!],
  ])('a <details> that opens %s', async (_, root) => {
    const details = '<details><summary>详情</summary>六稳六保</details>';
    document.body.innerHTML = '<x-t></x-t>';
    document.querySelector('x-t')!.attachShadow({ mode: 'open' }).innerHTML = details;
    document.body.insertAdjacentHTML('beforeend', details);
    watching();
    root().querySelector('details')!.open = true;
    await expect.poll(() => readings).toBe(1);
  });

  test('a shadow root that comes late, to an element in the line too', async () => {
    watching('<div><p>甲</p><x-t></x-t></div>');
    await passed(SOON);
    document.querySelector('x-t')!.attachShadow({ mode: 'open' }).innerHTML = '<p>扎实做好六稳工作。</p>';
    await expect.poll(() => readings).toBe(1);
    await passed(SOON);
    expect(readings).toBe(1);
  });

  test('a text that becomes an editor, and one that is no longer one', async () => {
    watching('<div id="a">六稳</div>');
    document.querySelector('#a')!.setAttribute('contenteditable', '');
    await expect.poll(() => readings).toBe(1);
    document.querySelector('#a')!.removeAttribute('contenteditable');
    await expect.poll(() => readings).toBe(2);
  });

  test('not the coming and going of our own element', async () => {
    watching('<p>六稳</p>');
    const ours = Object.assign(document.createElement('div'), { id: 'ours' });
    document.documentElement.append(ours);
    await passed(SOON);
    ours.remove();
    await passed(SOON);
    expect(readings).toBe(0);
    document.body.append(ours, document.createElement('p'));
    await expect.poll(() => readings).toBe(1);
    ours.remove();
  });
});
