import type { FollowedKey } from '../../lib/model';
import type { Count } from '../../lib/track/counted';
import { useWords } from '../words';
import { hrefOfLook } from './links';
import type { Look } from './look';

interface TopListProps {
  readonly rows: readonly (Count & { readonly of: FollowedKey })[];
  readonly all: number;
  readonly look: Look;
  readonly nameOf: (key: FollowedKey) => string;
}

/** Entries named before anything is chosen. */
const MOST = 30;

/** What stands in most articles: a way in. */
export function TopList({ rows, all, look, nameOf }: TopListProps) {
  const words = useWords().follow;
  return (
    <section aria-labelledby="follow-top">
      <h2 id="follow-top">{words.top}</h2>
      <p className="soft">{words.topHint}</p>
      <ul className="follow-top">
        {rows.slice(0, MOST).map(({ of, articles }) => (
          <li key={of}>
            <a href={hrefOfLook({ ...look, of: [of] })}>
              <span lang="zh-CN">{nameOf(of)}</span> <span className="soft">{words.share(articles, all)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
