import type { DetectAnswer, DetectRequest, PageMention } from '../../lib/messages';
import { mentionsByText } from '../../lib/detect/byText';
import { detect, type Detected } from '../../lib/detect/detect';
import type { Day, EntryId, Exception, Mention } from '../../lib/model';
import { cardOf, type Card } from '../../lib/reference/card';
import type { Lexicon } from '../../lib/reference/lexicon';
import { languageOf, type Settings } from '../../lib/settings';
import { regionOfSite } from '../../lib/sites';
import { fold, PARAGRAPH_MARK } from '../../lib/text/normalise';

/** Everything of the reference in the texts of a page. */
export function detectIn(request: DetectRequest, host: string, date: Day | null, lexicon: Lexicon): Detected {
  const site = regionOfSite(host);
  return detect(request.texts.join(PARAGRAPH_MARK), lexicon, {
    date,
    place: site && { region: site, by: 'site' },
    assumesHome: false,
    earlier: request.earlier,
  });
}

/** Of what was found, what is to be marked, with the cards of everything as of a date. */
export function answerDetection(
  request: DetectRequest,
  found: Detected,
  host: string,
  date: Day | null,
  lexicon: Lexicon,
  settings: Settings,
  exceptions: readonly Exception[],
): DetectAnswer {
  const shown = found.mentions.filter((mention) => isShown(mention, host, lexicon, settings, exceptions));
  const mentions = mentionsByText(shown, request.texts);
  return {
    is: 'on',
    visible: settings.marksVisible,
    language: languageOf(settings),
    date,
    mentions,
    cards: cardsOf(mentions, lexicon, date),
    told: found.told,
  };
}

function isShown(
  mention: Mention,
  host: string,
  lexicon: Lexicon,
  settings: Settings,
  exceptions: readonly Exception[],
): boolean {
  if (!settings.kinds[mention.kind]) return false;
  if (!settings.commonPhrases && !lexicon.entries.get(mention.entryId)!.marked) return false;
  const form = fold(mention.surface);
  return !exceptions.some((each) => each.site === host && each.entryId === mention.entryId && each.form === form);
}

function cardsOf(mentions: readonly PageMention[], lexicon: Lexicon, date: Day | null): Record<string, Card> {
  const ids = new Set<EntryId>(
    mentions.flatMap(({ entryId, alternatives, parts }) => [entryId, ...alternatives, ...parts]),
  );
  const cards: Record<string, Card> = {};
  for (const id of ids) {
    const entry = lexicon.entries.get(id);
    if (entry !== undefined) cards[id] = cardOf(entry, lexicon, date);
  }
  return cards;
}
