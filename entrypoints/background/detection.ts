import type { DetectAnswer, DetectRequest, PageMention } from '../../lib/messages';
import { detect } from '../../lib/detect/detect';
import { UNLISTED_FROM } from '../../lib/detect/unlisted/unlisted';
import {
  UNLISTED_IDS,
  type CardKey,
  type Day,
  type EntryId,
  type Exception,
  type Mention,
  type UnlistedFormulation,
} from '../../lib/model';
import { cardOf } from '../../lib/reference/card';
import { unlistedCards, unlistedKey, type AnyCard } from '../../lib/reference/unlistedCard';
import type { Lexicon } from '../../lib/reference/lexicon';
import { languageOf, type Settings } from '../../lib/settings';
import { regionOfSite } from '../../lib/sites';
import { fold, PARAGRAPH_MARK } from '../../lib/text/normalise';

/** Finds what is to be marked in the texts of a page, with the cards of everything found as of a date. */
export function answerDetection(
  request: DetectRequest,
  host: string,
  date: Day | null,
  lexicon: Lexicon,
  settings: Settings,
  exceptions: readonly Exception[],
): DetectAnswer {
  const site = regionOfSite(host);
  const found = detect(request.texts.join(PARAGRAPH_MARK), lexicon, {
    date,
    place: site && { region: site, by: 'site' },
    assumesHome: false,
    earlier: request.earlier,
    unlistedFrom: settings.unlisted ? UNLISTED_FROM[settings.unlistedAmount] : null,
  });
  const shown = found.mentions.filter((mention) => isShown(mention, host, lexicon, settings, exceptions));
  const mentions = inTheirTexts(shown, request.texts);
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

/** From offsets of the joined texts to offsets of each. A mention over two of them belongs to neither. */
function inTheirTexts(mentions: readonly Mention[], texts: readonly string[]): PageMention[] {
  const placed: PageMention[] = [];
  let text = 0;
  let begins = 0;
  for (const mention of mentions) {
    while (mention.start >= begins + texts[text]!.length + PARAGRAPH_MARK.length) {
      begins += texts[text]!.length + PARAGRAPH_MARK.length;
      text++;
    }
    if (mention.end > begins + texts[text]!.length) continue;
    const key: CardKey = mention.status === 'known' ? mention.entryId : unlistedKey(mention);
    placed.push({ ...withoutMembers(mention), key, text, start: mention.start - begins, end: mention.end - begins });
  }
  return placed;
}

/** Where the members of a formulation stand means nothing once the texts are apart; its card has their words. */
function withoutMembers(
  mention: Mention,
): Exclude<Mention, { members: unknown }> | Omit<UnlistedFormulation, 'members'> {
  if (!('members' in mention)) return mention;
  const { members: _, ...rest } = mention;
  return rest;
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
