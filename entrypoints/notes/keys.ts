const KEYS: Readonly<Record<string, 'colour' | 'note'>> = { KeyH: 'colour', KeyN: 'note' };

/** Alt+Shift+H highlights what is selected, Alt+Shift+N opens a note on it. `take` says whether it did. */
export function listenToKeys(take: (what: 'colour' | 'note', event: KeyboardEvent) => boolean, signal: AbortSignal) {
  const pressed = (event: KeyboardEvent) => {
    const { code, altKey, shiftKey, ctrlKey, metaKey } = event;
    const what = KEYS[code];
    if (what === undefined || !altKey || !shiftKey || ctrlKey || metaKey || !take(what, event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', pressed, { capture: true, signal });
}
