import type { OwnEntry } from '../../../lib/packs/own';

export function OwnFiles({ own }: { readonly own: readonly OwnEntry[] }) {
  return own.length < 0 ? <span /> : null;
}
