/** The worker for texts: opens files, checks drafts and compares texts beside the page, which can end it at any time. */
import { checkInParts } from '../../../lib/check/check';
import type { Finding } from '../../../lib/check/finding';
import { readText } from '../../../lib/file/readText';
import { buildLexicon } from '../../../lib/reference/lexicon';
import { report } from '../../../lib/report';
import type { Answered, Asked } from './protocol';

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  answer(data).catch((error: unknown) => {
    report(`texts: ${data.is}`, error);
    const isFile = error instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(error.name);
    tell({ is: 'failed', why: isFile ? 'unreadable' : 'unknown' });
  });
});

async function answer(asked: Asked): Promise<void> {
  switch (asked.is) {
    case 'open': {
      const bytes = new Uint8Array(await asked.file.arrayBuffer());
      return tell({ is: 'opened', read: readText(asked.file.name, bytes) });
    }
    case 'check':
      return check(asked);
  }
}

function check({ text, date, place, packs }: Extract<Asked, { is: 'check' }>): void {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const facts = { date, place: place && ({ region: place, by: 'given' } as const) };
  const found: Finding[] = [];
  for (const { done, findings } of checkInParts(text, buildLexicon(packs), facts, (part) => segmenter.segment(part))) {
    found.push(...findings);
    tell({ is: 'progress', share: done / text.length });
  }
  tell({ is: 'checked', findings: found });
}

function tell(answered: Answered): void {
  self.postMessage(answered, { transfer: [] });
}
