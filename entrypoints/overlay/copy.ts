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
  let done = false;
  const answer = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  window.addEventListener('copy', answer, { capture: true, once: true });
  // The one way left on http pages; deprecated, and kept by every browser for this.
  const ran = document.execCommand('copy');
  window.removeEventListener('copy', answer, { capture: true });
  return ran && done;
}
