import type { Page, Rule } from './rules';

type Json = { readonly [key: string]: unknown };

/** A property of the first thing in JSON-LD that has it; of a person or an organisation the name. */
export function jsonLd(property: string): Rule {
  return {
    name: `json-ld ${property}`,
    find: (page) => [...thingsIn(page)].flatMap((thing) => textsOf(thing[property])),
  };
}

function* thingsIn({ document }: Page): Generator<Json> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let read: unknown;
    try {
      read = JSON.parse(script.textContent);
    } catch {
      continue; // Baidu's own dialect has raw line breaks in strings.
    }
    for (const thing of [read].flat()) {
      if (!isObject(thing)) continue;
      yield thing;
      for (const part of [thing['@graph'] ?? []].flat()) if (isObject(part)) yield part;
    }
  }
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (isObject(value)) return textsOf(value.name);
  return typeof value === 'string' ? [value] : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
