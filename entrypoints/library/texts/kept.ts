import { useEffect, useState } from 'react';

/** ms after the last key. */
const WAIT = 250;

/**
 * What the reader has written into a room, which a reload of the page does not take away; it goes with the tab.
 * `isKept`: the browser has room for it.
 */
export function useKept<T>(name: string, empty: T): readonly [T, (change: (kept: T) => T) => void, boolean] {
  const [value, setValue] = useState<T>(() => (read(name) as T | null) ?? empty);
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    const write = () => setKept(keep(name, value));
    const timer = setTimeout(write, WAIT);
    // The page may go before the time is over.
    const life = new AbortController();
    addEventListener('pagehide', () => keep(name, value), { signal: life.signal });
    return () => {
      clearTimeout(timer);
      life.abort();
    };
  }, [name, value]);
  return [value, setValue, isKept];
}

function keep(name: string, value: unknown): boolean {
  try {
    sessionStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    // An older text must not come back in its place.
    sessionStorage.removeItem(name);
    return false;
  }
}

function read(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}
