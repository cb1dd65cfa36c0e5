import type { SavedArticleId } from '../../lib/model';

/** What was counted anew: some articles; the log of reading; null: anything. */
export type Recounted = readonly SavedArticleId[] | 'readings' | null;

interface SightingsChannel {
  /** All but the one who tells hear it. */
  readonly tell: (what: Recounted) => void;
  readonly close: () => void;
}

/** Where pages and workers of the extension tell each other which sightings are others. */
export function sightingsChannel(heard?: (what: Recounted) => void): SightingsChannel {
  const channel = new BroadcastChannel('pangzhu sightings');
  if (heard !== undefined) channel.addEventListener('message', ({ data }: MessageEvent<Recounted>) => heard(data));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    tell: (what) => channel.postMessage(what),
    close: () => channel.close(),
  };
}
