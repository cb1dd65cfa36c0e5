/** What is read in one window is not cleared away by another: a lock is held as long, and goes with its window. */
const PREFIX = 'pangzhu pack ';

/** Returns what ends it; awaited, it has ended. */
export function holdPack(content: string): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const held = navigator.locks.request(PREFIX + content, () => promise);
  return () => {
    resolve();
    return held;
  };
}

export async function packsBeingRead(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [])));
}
