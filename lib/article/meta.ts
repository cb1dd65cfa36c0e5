import type { Rule } from './rules';

/** `<meta name>` or `<meta property>`, whatever the case (sites write contentSource too), every one of repeated tags. */
export function meta(name: string): Rule {
  const selector = `meta[name="${name}" i], meta[property="${name}" i]`;
  return {
    name: `meta ${name}`,
    find: ({ document }) => Array.from(document.querySelectorAll(selector), (tag) => tag.getAttribute('content')),
  };
}
