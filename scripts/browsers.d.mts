export type BrowserKind = 'chromium' | 'firefox';
export function findBrowser(kind: BrowserKind): string | null;
export function installPackages(names: readonly string[]): boolean;
export function hasChineseFont(): boolean;
export function ensureBrowsers<K extends BrowserKind>(kinds: readonly K[]): Record<K, string | null>;
