/** The worker for texts: opens files, checks drafts and compares texts beside the page, which can end it at any time. */
import { checkInParts } from '../../../lib/check/check';
import type { Finding } from '../../../lib/check/finding';
import { compareInSteps } from '../../../lib/compare/compare';
import { sideOf } from '../../../lib/compare/mentions';
import { summaryOf } from '../../../lib/compare/summary';
import { readText } from '../../../lib/file/readText';
import { buildLexicon } from '../../../lib/reference/lexicon';
import { placeNotes } from '../../../lib/library/placed';
import { report } from '../../../lib/report';
import { openDatabase } from '../../../lib/store/database';
import { savedTexts } from '../../../lib/store/savedTexts';
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
    case 'compare':
      return compare(asked);
    case 'texts':
      return tell({ is: 'texts', texts: await savedTexts(await openDatabase(), asked.id) });
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

/** Of the whole work, what finding mentions in one text takes, about. */
const OF_MENTIONS = 0.25;

function compare({ a, b, annotations, packs }: Extract<Asked, { is: 'compare' }>): void {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const lexicon = buildLexicon(packs);
  const first = sideOf(a.paragraphs, lexicon, a.date);
  tell({ is: 'progress', share: OF_MENTIONS });
  const second = sideOf(b.paragraphs, lexicon, b.date);
  tell({ is: 'progress', share: 2 * OF_MENTIONS });
  const steps = compareInSteps(first, second, (text) => segmenter.segment(text));
  let step = steps.next();
  for (; !step.done; step = steps.next()) tell({ is: 'progress', share: 2 * OF_MENTIONS + step.value * OF_MENTIONS });
  const notes = placeNotes(b.paragraphs, annotations).listed;
  tell({ is: 'compared', rows: step.value, summary: summaryOf(step.value, first, second), notes });
}

function tell(answered: Answered): void {
  self.postMessage(answered, { transfer: [] });
}
