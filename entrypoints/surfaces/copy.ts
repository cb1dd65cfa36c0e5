/** What the copy command, when it runs, is to put on the clipboard. */
let wanted: string | null = null;

/**
 * Puts text on the clipboard without touching the reader's selection. Many government sites are
 * plain http, where `navigator.clipboard` does not exist; there the copy command is answered by us.
 */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  wanted = text;
  window.addEventListener('copy', answerCopy, { capture: true, once: true });
  // The one way left on http pages; deprecated, and kept by every browser for this.
  const ran = document.execCommand('copy');
  window.removeEventListener('copy', answerCopy, { capture: true });
  const done = wanted === null;
  wanted = null;
  return ran && done;
}

/** Answers the copy command that we gave, and no other. */
export function answerCopy(event: ClipboardEvent): void {
  if (wanted === null) return;
  event.clipboardData?.setData('text/plain', wanted);
  event.preventDefault();
  event.stopImmediatePropagation();
  wanted = null;
}
