/** What XML 1.0 cannot hold, however it is escaped. */
// eslint-disable-next-line no-control-regex
const UNSAYABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Text as XML can hold it, as long as before: what it cannot say becomes U+FFFD. */
export function sayable(text: string): string {
  return text.toWellFormed().replace(UNSAYABLE, '\ufffd');
}

/** Between tags. */
export function xml(text: string): string {
  return sayable(text).replace(/[&<>\r]/g, (character) => ESCAPES[character]!);
}

/** Between double quotes; white space other than blanks would be read as blanks. */
export function xmlAttribute(text: string): string {
  return xml(text)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}
