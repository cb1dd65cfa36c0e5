import type { DetectAnswer, DetectRequest, PageMention } from '../../lib/messages';
import { mentionsByText, type MentionInText } from '../../lib/detect/byText';
import { detect, type Detected } from '../../lib/detect/detect';
import { UNLISTED_FROM } from '../../lib/detect/unlisted/unlisted';
import { UNLISTED_IDS, type CardKey, type Day, type EntryId, type Exception, type Mention } from '../../lib/model';
import { cardOf } from '../../lib/reference/card';
import { unlistedCards, unlistedKey, type AnyCard } from '../../lib/reference/unlistedCard';
import type { Lexicon } from '../../lib/reference/lexicon';
import { languageOf, type Settings } from '../../lib/settings';
import { regionOfSite } from '../../lib/sites';
import { fold, PARAGRAPH_MARK } from '../../lib/text/normalise';

/** Everything in the texts of a page that the reference has, or that is recognised. */
export function detectIn(
  request: DetectRequest,
  host: string,
  date: Day | null,
  lexicon: Lexicon,
  settings: Settings,
): Detected {
  const site = regionOfSite(host);
  return detect(request.texts.join(PARAGRAPH_MARK), lexicon, {
    date,
    place: site && { region: site, by: 'site' },
    assumesHome: false,
    earlier: request.earlier,
    unlistedFrom: settings.unlisted ? UNLISTED_FROM[settings.unlistedAmount] : null,
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
  const mentions = mentionsByText(shown, request.texts).map(keyed);
  return {
    is: 'on',
    visible: settings.marksVisible,
    language: languageOf(settings),
    date,
    mentions,
    cards: cardsOf(shown, lexicon, date),
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
  const isCommon = mention.status === 'known' && !lexicon.entries.get(mention.entryId)!.marked;
  if (isCommon && !settings.commonPhrases) return false;
  const form = fold(mention.surface);
  const id = mention.status === 'known' ? mention.entryId : UNLISTED_IDS[mention.kind];
  return !exceptions.some((each) => each.site === host && each.entryId === id && each.form === form);
}

/** Where the members of a formulation stand means nothing once the texts are apart; its card has their words. */
function keyed(mention: MentionInText): PageMention {
  const key: CardKey = mention.status === 'known' ? mention.entryId : unlistedKey(mention);
  if (!('members' in mention)) return { ...mention, key };
  const { members: _, ...rest } = mention;
  return { ...rest, key };
}

function cardsOf(mentions: readonly Mention[], lexicon: Lexicon, date: Day | null): Record<string, AnyCard> {
  const ids = new Set<EntryId>(
    mentions.flatMap((each) => (each.status === 'known' ? [each.entryId, ...each.alternatives, ...each.parts] : [])),
  );
  const cards: Record<string, AnyCard> = {};
  for (const id of ids) {
    const entry = lexicon.entries.get(id);
    if (entry !== undefined) cards[id] = cardOf(entry, lexicon, date);
  }
  const unlisted = mentions.flatMap((each) => (each.status === 'unlisted' ? [each] : []));
  for (const card of unlistedCards(unlisted, date)) cards[card.key] = card;
  return cards;
}
