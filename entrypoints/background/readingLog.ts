/** Keeps what the reader opens, while the log is switched on: see `words.follow.log.stored` for all that is kept. */
import type { Browser } from 'wxt/browser';
import { mentionsByText } from '../../lib/detect/byText';
import type { Detected } from '../../lib/detect/detect';
import { isProse } from '../../lib/identity/edits';
import { pageKey } from '../../lib/identity/pageKey';
import type { DetectRequest } from '../../lib/messages';
import type { Day, EntryId, Exception } from '../../lib/model';
import type { Lexicon } from '../../lib/reference/lexicon';
import { report } from '../../lib/report';
import { isLogged, type Settings } from '../../lib/settings';
import type { Database } from '../../lib/store/database';
import { keepReading, readingOf } from '../../lib/store/readings';
import { sightingsOf } from '../../lib/track/counting';
import { sentencesOf, withMore } from '../../lib/track/readText';
import { sightingsChannel } from '../pages/sightingsChannel';

/** Paragraphs of prose that make an article; a list of headlines has none. */
const FEWEST_PARAGRAPHS = 2;
/** UTF-16 units of a line that names the source, and of its name. */
const LONGEST_LINE = 200;
const SOURCE = /(?:来源|稿源)\s*[：:]\s*([^\s|｜（()）【[\]：:]{2,30})/;

export interface Opened {
  readonly request: DetectRequest;
  readonly found: Detected;
  /** As the reader may have corrected it. */
  readonly date: Day | null;
  readonly sender: Browser.runtime.MessageSender;
  readonly lexicon: Lexicon;
}

/** Returns how to tell what was opened. One after the other: what a page brings later belongs to what it brought first. */
export function readingLog(open: () => Promise<Database>) {
  let last: Promise<void> = Promise.resolve();
  return (opened: Opened, settings: Settings, exceptions: readonly Exception[]): void => {
    const { url = '', tab } = opened.sender;
    const host = URL.canParse(url) ? new URL(url).hostname : '';
    // Asked again without being loaded again: it is known, or was erased.
    if (!opened.request.isFirst && opened.request.earlier === null) return;
    if (tab === undefined || tab.incognito || !isLogged(settings, host)) return;
    last = last
      .then(() => keep(opened, url, host, exceptions))
      .catch((error: unknown) => report('the log of reading', error));
  };

  async function keep(
    { request, found, date, lexicon }: Opened,
    url: string,
    site: string,
    exceptions: readonly Exception[],
  ): Promise<void> {
    const key = pageKey(url);
    if (key === null) return;
    const { texts, article, earlier } = request;
    const prose = new Set([...texts.keys()].filter((number) => isProse(texts[number]!)));
    if (earlier === null && prose.size < FEWEST_PARAGRAPHS) return;
    const ofSite = exceptions.filter((each) => each.site === site);
    const isWrong = (form: string, id: EntryId) => ofSite.some((each) => each.entryId === id && each.form === form);
    const mentions = mentionsByText(found.mentions, texts).filter(({ text }) => prose.has(text));
    if (mentions.length === 0) return;
    const kept = sentencesOf(sightingsOf(mentions, texts, lexicon, isWrong), texts);
    const database = await open();
    const before = earlier === null ? null : await readingOf(database, key);
    if (earlier !== null && before === null) return;
    const { region } = found.place;
    await keepReading(database, {
      key,
      url,
      site,
      title: article.title,
      publishedAt: date,
      source: sourceIn(texts),
      readAt: Date.now(),
      place: region === null ? null : (region.city ?? region.province),
      ...before,
      ...(before === null ? kept : withMore(before, kept)),
    });
    const channel = sightingsChannel();
    channel.tell('readings');
    channel.close();
  }
}

function sourceIn(texts: readonly string[]): string | null {
  for (const text of texts) {
    const found = text.length > LONGEST_LINE ? null : SOURCE.exec(text);
    if (found !== null) return found[1]!;
  }
  return null;
}
