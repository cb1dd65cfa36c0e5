import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { Boundary } from './Boundary';

function Broken(): never {
  throw new Error('not drawn');
}

test('what cannot be drawn is said in both languages, with a way out', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const reload = vi.fn();
  const caught = vi.fn();
  const root = createRoot(place, { onCaughtError: caught });
  root.render(
    <Boundary onReload={reload}>
      <Broken />
    </Boundary>,
  );
  await expect.poll(() => place.textContent).toContain('已保存的内容没有改动');
  expect(place.textContent).toContain('What is stored was not changed');
  expect(caught).toHaveBeenCalledOnce();
  place.querySelector('button')!.click();
  expect(reload).toHaveBeenCalledOnce();
  root.unmount();
  place.remove();
});
