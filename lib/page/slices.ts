/** ms of work after which the page gets its turn. Half a frame, so that input is never late by one. */
const SLICE = 8;

/** Runs a generator to its end in slices. Returns its value and the ms it used; throws when `signal` is aborted. */
export async function inSlices<T>(
  work: Generator<undefined, T, undefined>,
  signal: AbortSignal,
): Promise<{ readonly value: T; readonly cost: number }> {
  let cost = 0;
  for (;;) {
    const begun = performance.now();
    let step = work.next();
    while (!step.done && performance.now() - begun < SLICE) step = work.next();
    cost += performance.now() - begun;
    if (step.done) return { value: step.value, cost };
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    signal.throwIfAborted();
  }
}
