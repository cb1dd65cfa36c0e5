import type { Language } from '../model';

/** Properties as Obsidian and its web clipper name them, in both languages. */
const PROPERTIES = `---
title: {{titleInYaml}}
source: {{urlInYaml}}
author:
{{#authors}}
  - {{nameInYaml}}
{{/authors}}
publication: {{sourceInYaml}}
published: {{published}}
created: {{exported}}
tags:
{{#tags}}
  - "{{tag}}"
{{/tags}}
---
# {{title}}

{{citation}}

`;

const NOTES = `{{#notes}}
{{#quote}}
{{quoteInBlock}}

^{{id}}

{{/quote}}
{{#note}}
{{note}}

{{/note}}
`;

const ZH = `${PROPERTIES}${NOTES}{{colour}} · {{created}}{{#tags}} #{{tag}}{{/tags}}

{{/notes}}
{{#terms}}
- **{{term}}**{{#english}}（{{english}}）{{/english}}：{{definition}}
{{/terms}}
`;

const EN = `${PROPERTIES}${NOTES}{{colour}} · {{created}}{{#tags}} #{{tag}}{{/tags}}

{{/notes}}
{{#terms}}
- **{{term}}**{{#english}} ({{english}}){{/english}}: {{definition}}
{{/terms}}
`;

/** The template for Markdown that comes with us, and from which the reader may make another. */
export function defaultTemplate(language: Language): string {
  return language === 'zh' ? ZH : EN;
}
