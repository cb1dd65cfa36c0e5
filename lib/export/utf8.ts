/** Of the hosts of the language, not of the DOM: browsers, workers and Node have them. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };
declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string };

const encoder = new TextEncoder();

/** Half a character of two units, which UTF-8 cannot say, becomes U+FFFD. */
export function toUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** Text of bytes that come piece by piece; a byte-order mark stays. Throws a TypeError at what is not UTF-8. */
export function utf8Reader(): { readonly more: (bytes: Uint8Array) => string; readonly end: () => string } {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return { more: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}
