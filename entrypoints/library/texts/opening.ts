import { useEffect, useState } from 'react';
import type { Words } from '../../../lib/words/zh';
import { askTexts } from './asking';

export type FieldTold = { readonly is: 'note' | 'fault'; readonly sentences: readonly string[] } | null;

/** Opens files for a field: what they have to say, and a sentence about it. */
export function useOpening(words: Words, onText: (text: string, name: string) => void) {
  const [told, setTold] = useState<FieldTold>(null);
  const [life] = useState(() => new AbortController());
  useEffect(() => {
    // A file that is dropped beside the field would replace the page.
    const own = new AbortController();
    const keep = (event: Event) => event.preventDefault();
    for (const name of ['dragover', 'drop']) addEventListener(name, keep, { signal: own.signal });
    return () => own.abort();
  }, []);
  const open = async (file: File) => {
    const { texts } = words;
    const answer = await askTexts({ is: 'open', file }, { signal: life.signal });
    if (answer === null) return;
    if (answer.is !== 'opened') return setTold({ is: 'fault', sentences: [texts.faults.unreadable] });
    const { read } = answer;
    if (read.is === 'refused') return setTold({ is: 'fault', sentences: [texts.faults[read.why]] });
    onText(read.text, file.name);
    const sentences = [texts.opened(file.name)];
    if (read.encoding !== null && read.encoding !== 'utf-8')
      sentences.push(texts.encoding(read.encoding.toUpperCase()));
    if (read.hasChanges) sentences.push(texts.changesTaken);
    setTold({ is: 'note', sentences });
  };
  return { told, setTold, open } as const;
}
