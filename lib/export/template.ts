/**
 * A small language for templates, after Mustache. `{{name}}` is a value; `{{#name}} … {{/name}}` is written once for each
 * of a list, or once for a value that is there; `{{^name}} … {{/name}}` where there is none. Inside a list, its values
 * come first, those around it after. A line that holds only such a mark leaves no empty line. Nothing else: no code, no
 * reach outside the values given.
 */
export type Value = string | readonly Values[];
export type Values = Readonly<Record<string, Value>>;

/** The names that a template may use: a text, or a list with names of its own. */
export interface Names {
  readonly [name: string]: 'text' | Names;
}

export type TemplateFault =
  | { readonly is: 'unknown'; readonly name: string; readonly line: number; readonly known: readonly string[] }
  | { readonly is: 'unclosed' | 'unopened' | 'list' | 'malformed'; readonly name: string; readonly line: number };

export type Template = readonly Part[];
type Part =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'value'; readonly name: string }
  | { readonly is: 'section' | 'without'; readonly name: string; readonly parts: Template };

const MARK = /\{\{([#^/]?)\s*([^{}]*?)\s*\}\}/g;
const NAME = /^[a-zA-Z]+$/;
/** A mark of a section alone in its line, with the line's end. */
const ALONE = /^[ \t]*(\{\{[#^/][^{}\n]*\}\})[ \t]*(?:\r?\n|$)/gm;

interface Open {
  readonly is: 'section' | 'without';
  readonly name: string;
  readonly line: number;
  readonly names: Names;
  readonly parts: Part[];
}

/** Reads a template, or says every fault of it. */
export function parseTemplate(
  written: string,
  names: Names,
): { readonly is: 'template'; readonly parts: Template } | { readonly is: 'faults'; readonly faults: TemplateFault[] } {
  const faults: TemplateFault[] = [];
  const top: Part[] = [];
  const open: Open[] = [];
  const lineAt = lineCounter(written);
  const alone = new Map([...written.matchAll(ALONE)].map((match) => [match.index + match[0].indexOf('{{'), match]));
  let from = 0;
  const parts = () => open.at(-1)?.parts ?? top;
  const scopes = () => [...open.map((each) => each.names).toReversed(), names];
  for (const match of written.matchAll(MARK)) {
    const [all, sign, name = ''] = match;
    const line = lineAt(match.index);
    const whole = alone.get(match.index);
    const text = written.slice(from, whole?.index ?? match.index);
    if (text !== '') parts().push({ is: 'text', text });
    from = whole === undefined ? match.index + all.length : whole.index + whole[0].length;
    if (!NAME.test(name)) {
      faults.push({ is: 'malformed', name: all, line });
      continue;
    }
    if (sign === '/') {
      if (open.at(-1)?.name === name) open.pop();
      else faults.push({ is: 'unopened', name, line });
      continue;
    }
    const scope = scopes().find((each) => Object.hasOwn(each, name));
    const kind = scope?.[name];
    if (kind === undefined) {
      const known = [...new Set(scopes().flatMap((each) => Object.keys(each)))];
      faults.push({ is: 'unknown', name, line, known });
    }
    if (sign === '') {
      if (typeof kind === 'object') faults.push({ is: 'list', name, line });
      parts().push({ is: 'value', name });
      continue;
    }
    const section: Open = {
      is: sign === '#' ? 'section' : 'without',
      name,
      line,
      names: sign === '#' && typeof kind === 'object' ? kind : {},
      parts: [],
    };
    parts().push({ is: section.is, name, parts: section.parts });
    open.push(section);
  }
  parts().push({ is: 'text', text: written.slice(from) });
  faults.push(...open.map(({ name, line }): TemplateFault => ({ is: 'unclosed', name, line })));
  return faults.length > 0 ? { is: 'faults', faults } : { is: 'template', parts: top };
}

export function fill(template: Template, values: Values): string {
  return filled(template, [values]);
}

function filled(template: Template, scopes: readonly Values[]): string {
  return template
    .map((part) => {
      if (part.is === 'text') return part.text;
      const value = valueOf(part.name, scopes);
      if (part.is === 'value') return typeof value === 'string' ? value : '';
      if (part.is === 'without') return value.length === 0 ? filled(part.parts, scopes) : '';
      if (typeof value === 'string') return value === '' ? '' : filled(part.parts, scopes);
      return value.map((each) => filled(part.parts, [each, ...scopes])).join('');
    })
    .join('');
}

function valueOf(name: string, scopes: readonly Values[]): Value {
  return scopes.find((each) => Object.hasOwn(each, name))?.[name] ?? '';
}

function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let from = 0;
  return (at) => {
    for (; from < at; from++) if (text.charCodeAt(from) === 0x0a) line++;
    return line;
  };
}
