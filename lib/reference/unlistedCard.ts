import type { CardKey, ListedMember, Mention, PartialDate, UnlistedMention } from '../model';
import type { Card } from './card';

/** An office that a text gives somebody, in its words. */
export interface StatedOffice {
  readonly office: string;
  readonly organisation: string | null;
}

/** All that an article itself says of what the reference does not have. */
export interface UnlistedCard {
  readonly entry: null;
  readonly key: CardKey;
  readonly kind: UnlistedMention['kind'];
  readonly name: string;
  /** Officials: every office that the article gives the name, in its order. */
  readonly offices: readonly StatedOffice[];
  /** Formulations: as the article lists them; empty when it does not. */
  readonly members: readonly string[];
  /** The day of the article. */
  readonly date: PartialDate | null;
}

export type AnyCard = Card | UnlistedCard;

/** By what a mention is looked up and counted. */
export function keyOf(mention: Mention): CardKey {
  return mention.status === 'known' ? mention.entryId : unlistedKey(mention);
}

export function unlistedKey({ kind, name }: Pick<UnlistedMention, 'kind' | 'name'>): CardKey {
  return `~${kind}:${name}` as CardKey;
}

/** What is unlisted under a key; null: it is that of an entry of the reference. */
export function unlistedInKey(key: CardKey): Pick<UnlistedMention, 'kind' | 'name'> | null {
  const found = /^~(formulation|official):(.*)$/su.exec(key);
  return found === null ? null : { kind: found[1] as UnlistedMention['kind'], name: found[2]! };
}

/** One card for each kind and name, with what all its mentions say. */
export function unlistedCards(mentions: readonly UnlistedMention[], date: PartialDate | null): UnlistedCard[] {
  const cards = new Map<CardKey, UnlistedCard>();
  for (const mention of mentions) {
    const key = unlistedKey(mention);
    const { kind, name } = mention;
    const before = cards.get(key) ?? { entry: null, key, kind, name, offices: [], members: [], date };
    cards.set(key, mention.kind === 'official' ? withOffice(before, mention) : withMembers(before, mention.members));
  }
  return [...cards.values()];
}

function withOffice(card: UnlistedCard, { office, organisation }: StatedOffice): UnlistedCard {
  if (card.offices.some((each) => each.office === office)) return card;
  return { ...card, offices: [...card.offices, { office, organisation }] };
}

function withMembers(card: UnlistedCard, members: readonly ListedMember[]): UnlistedCard {
  return members.length > card.members.length ? { ...card, members: members.map(({ text }) => text) } : card;
}
