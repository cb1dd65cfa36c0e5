import { useEffect, useRef } from 'react';
import { isWriting } from './useActions';

/** Keys of the whole page, unless they are written into a field or a dialog is open. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const life = new AbortController();
    addEventListener(
      'keydown',
      (event) => {
        const act = latest.current[event.key];
        if (act === undefined || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
        if (isWriting(event.target) || document.querySelector('dialog[open]') !== null) return;
        event.preventDefault();
        act();
      },
      { signal: life.signal },
    );
    return () => life.abort();
  }, []);
}
