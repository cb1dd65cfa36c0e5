import { useEffect, useEffectEvent } from 'react';
import { isWriting } from './useActions';

/** Keys of the whole page, unless they are written into a field or a dialog is open. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isWriting(event.target) || document.querySelector('dialog[open]') !== null) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const life = new AbortController();
    addEventListener('keydown', (event) => pressed(event), { signal: life.signal });
    return () => life.abort();
  }, []);
}
