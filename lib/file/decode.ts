/** Of the hosts of the language, not of the DOM: browsers, workers and Node have it. */
declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

/** Null at what is not of the encoding; a byte-order mark is left out. */
export function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function fromUtf8(bytes: Uint8Array): string | null {
  return decode(bytes, 'utf-8');
}
