import type { Language } from '../model';
import { wordsOf } from '../words/words';
import type { Problem } from './incoming';
import type { TemplateFault } from './template';

/** Names the file, the line or record, and the reason. */
export function problemSentence({ file, at, why, what }: Problem, language: Language): string {
  const words = wordsOf(language).files;
  return words.problem(file, at === null ? null : words.at[at.is](at.number), words.faults[why](what));
}

export function templateSentence(fault: TemplateFault, language: Language): string {
  const { punctuation, files } = wordsOf(language);
  const words = files.templateFaults;
  const known = fault.is === 'unknown' ? fault.known.join(punctuation.items) : '';
  return words.at(fault.line, words[fault.is](fault.name, known));
}
