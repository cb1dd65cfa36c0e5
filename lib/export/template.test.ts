import { describe, expect, test } from 'vitest';
import { defaultTemplate } from '../words/template';
import { PLACEHOLDERS } from './markdown';
import { templateSentence } from './sentence';
import { fill, parseTemplate, type Names } from './template';

const NAMES = { title: 'text', notes: { quote: 'text', tags: { tag: 'text' } } } as const satisfies Names;

function filled(template: string): string {
  const parsed = parseTemplate(template, NAMES);
  if (parsed.is === 'faults') throw new Error(parsed.faults.map((fault) => templateSentence(fault, 'en')).join(' '));
  return fill(parsed.parts, {
    title: '题 {{notes}}',
    notes: [
      { quote: '甲', tags: [{ tag: 'x' }, { tag: 'y' }] },
      { quote: '', tags: [] },
    ],
  });
}

test.each([
  ['{{title}}', '题 {{notes}}'],
  ['{{ title }}!', '题 {{notes}}!'],
  ['{{#notes}}[{{quote}}]{{/notes}}', '[甲][]'],
  ['{{#notes}}\n- {{title}} {{quote}}\n{{/notes}}\nend', '- 题 {{notes}} 甲\n- 题 {{notes}} \nend'],
  ['{{#notes}}{{^quote}}none{{/quote}}{{#quote}}some{{/quote}}{{/notes}}', 'somenone'],
  ['{{#notes}}{{#tags}}{{tag}},{{/tags}}{{^tags}}-{{/tags}}{{/notes}}', 'x,y,-'],
  ['{ {title} } {{}', '{ {title} } {{}'],
])('%s', (template, text) => {
  expect(filled(template)).toBe(text);
});

test.each([
  ['\n{{titel}}', 'Line 2: There is no placeholder “titel”. Here there are: title, notes.'],
  [
    '{{#notes}}{{constructor}}{{/notes}}',
    'Line 1: There is no placeholder “constructor”. Here there are: quote, tags, title, notes.',
  ],
  ['{{#notes}}', 'Line 1: The section “notes” is not closed. Write its closing mark at its end.'],
  ['{{/notes}}', 'Line 1: The closing mark of “notes” closes nothing.'],
  ['{{notes}}', 'Line 1: “notes” holds several: it is written as a section, not as a value.'],
  ['{{title.x()}}', 'Line 1: “{{title.x()}}” is not understood. Names are of Latin letters only.'],
])('%s is a fault that is said', (template, sentence) => {
  const parsed = parseTemplate(template, NAMES);
  expect(parsed.is === 'faults' ? parsed.faults.map((fault) => templateSentence(fault, 'en')) : []).toContain(sentence);
});

describe.each(['zh', 'en'] as const)('the template that comes with us, %s', (language) => {
  test('has no fault', () => {
    expect(parseTemplate(defaultTemplate(language), PLACEHOLDERS).is).toBe('template');
  });
});
