import type { FieldRule } from '../model';

/** One way to find a field. Candidates come in the order of the page; the first that is accepted counts. */
export interface Rule {
  readonly name: FieldRule;
  readonly find: (page: Page) => Iterable<string | null | undefined>;
}

export interface Page {
  readonly document: Document;
  readonly url: string;
  /** The element that shows the title; null while the title is looked for. */
  readonly heading: Element | null;
}

export interface Finding<Value> {
  readonly value: Value;
  readonly by: FieldRule;
}

/** What the rules of a field find, in their order: one finding a rule at most. */
export function* findings<Value>(
  rules: readonly Rule[],
  page: Page,
  accept: (found: string) => Value | null,
): Generator<Finding<Value>> {
  for (const { name, find } of rules) {
    for (const found of find(page)) {
      const text = found?.trim();
      const value = text ? accept(text) : null;
      if (value === null) continue;
      yield { value, by: name };
      break;
    }
  }
}

/** What the first rule finds that finds anything: a list of rules is an order of trust. */
export function first<Value>(
  rules: readonly Rule[],
  page: Page,
  accept: (found: string) => Value | null,
): Finding<Value> | { readonly value: null; readonly by: null } {
  return findings(rules, page, accept).next().value ?? { value: null, by: null };
}

/** White space as one space each; null when nothing is left. */
export function plain(text: string): string | null {
  return text.replace(/\s+/g, ' ').trim() || null;
}
