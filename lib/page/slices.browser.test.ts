import { expect, test } from 'vitest';
import { inSlices } from './slices';

/** ms in all, far more than a slice. */
const WORK = 300;

function* work(): Generator<undefined, string, undefined> {
  const end = performance.now() + WORK;
  while (performance.now() < end) {
    const step = performance.now() + 1;
    while (performance.now() < step);
    yield;
  }
  return 'done';
}

test('the page gets its turn in the midst of long work: what is pressed then is answered then', async () => {
  const answered: number[] = [];
  const button = document.createElement('button');
  button.addEventListener('click', () => answered.push(performance.now()));
  const timer = setInterval(() => button.click(), 10);
  const begun = performance.now();
  const { value, cost } = await inSlices(work(), new AbortController().signal);
  clearInterval(timer);
  expect(value).toBe('done');
  expect(answered.filter((at) => at - begun < WORK).length).toBeGreaterThan(5);
  // What others did meanwhile is not counted.
  expect(cost).toBeLessThanOrEqual(performance.now() - begun);
});

test('work that was given up ends at its next turn', async () => {
  const life = new AbortController();
  setTimeout(() => life.abort(), 20);
  const begun = performance.now();
  await expect(inSlices(work(), life.signal)).rejects.toThrow(/abort/i);
  expect(performance.now() - begun).toBeLessThan(WORK);
});
