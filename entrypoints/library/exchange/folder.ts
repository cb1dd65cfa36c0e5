/** The folder for backups, where the browser can write to one (Chromium). TypeScript does not know all of it. */
type Handle = FileSystemDirectoryHandle;
interface Permitting {
  requestPermission(asked: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}
type Picking = (options: { readonly id: string; readonly mode: 'readwrite' }) => Promise<Handle>;

const picking = (): Picking | undefined => (globalThis as { showDirectoryPicker?: Picking }).showDirectoryPicker;

export function canUseFolders(): boolean {
  return picking() !== undefined;
}

/** Null: the reader chose none. */
export async function chooseFolder(): Promise<Handle | null> {
  try {
    return (await picking()?.({ id: 'backups', mode: 'readwrite' })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Only after a click. */
export async function askPermission(folder: Handle): Promise<boolean> {
  return (await (folder as unknown as Permitting).requestPermission({ mode: 'readwrite' })) === 'granted';
}

/** Those of the names that are there, the newest first. */
export async function filesIn(folder: Handle, names: readonly string[]): Promise<File[]> {
  const found = await Promise.all(
    names.map(async (name) =>
      folder.getFileHandle(name).then(
        (each) => each.getFile(),
        () => null,
      ),
    ),
  );
  return found.filter((each) => each !== null).toReversed();
}
