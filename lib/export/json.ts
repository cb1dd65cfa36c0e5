import { Refusal, type Problem } from './incoming';

/** Levels of arrays and objects: what we write has seven. */
const DEEPEST = 64;
/** Names under which a careless assignment would change the prototype of all objects; no field of ours has them. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Arrays and objects of one document: 100,000 annotations have a million, ten times as many fill the memory. */
const MOST_VALUES = 10_000_000;

/** Reads JSON that somebody else may have written. Throws a Refusal. */
export function parseJson(text: string, at: Problem['at']): unknown {
  if (text.trim() === '') throw new Refusal('empty', '', at);
  if (text.length > MOST_VALUES && valuesIn(text) > MOST_VALUES) throw new Refusal('too-many', String(MOST_VALUES), at);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // Engines without room for it on their stack say so with a RangeError.
    if (error instanceof RangeError) throw new Refusal('too-deep', '', at);
    throw new Refusal(isCutOff(text) ? 'cut-off' : 'not-json', '', at);
  }
  inspect(value, 0, at);
  return value;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inspect(value: unknown, depth: number, at: Problem['at']): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEEPEST) throw new Refusal('too-deep', '', at);
  if (Array.isArray(value)) {
    for (const each of value) inspect(each, depth + 1, at);
    return;
  }
  for (const [name, each] of Object.entries(value)) {
    if (FORBIDDEN.has(name)) throw new Refusal('forbidden-key', name, at);
    inspect(each, depth + 1, at);
  }
}

/** No fewer than there are: brackets in texts count too. */
function valuesIn(text: string): number {
  let count = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) count++;
  }
  return count;
}

/** Begins as JSON does and does not end as it does: most often a download that broke off. */
function isCutOff(text: string): boolean {
  const trimmed = text.trim();
  return /^[[{]/.test(trimmed) && !/[\]}]$/.test(trimmed);
}
