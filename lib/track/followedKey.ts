import type { FollowedKey, Mention } from '../model';

/** Before the name of what the reference does not have. */
const UNLISTED = 'unlisted:';

/** What a mention is counted as. */
export function followedKey({ entryId }: Mention): FollowedKey {
  return entryId;
}

/** The name of something unlisted; null: an entry of the reference. */
export function nameInKey(key: FollowedKey): string | null {
  return key.startsWith(UNLISTED) ? key.slice(UNLISTED.length) : null;
}
