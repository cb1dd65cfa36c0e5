import type { ReactNode } from 'react';
import { useWords } from '../words';
import { hrefOfLook } from './links';
import { FOLLOW_VIEWS, type Look } from './look';

interface FollowFrameProps {
  readonly look: Look;
  /** What chooses and filters. */
  readonly head: ReactNode;
  /** How many articles are counted, and whether all are. */
  readonly status: ReactNode;
  readonly children: ReactNode;
}

/** The room in which formulations and officials are followed: its views, each with an address of its own. */
export function FollowFrame({ look, head, status, children }: FollowFrameProps) {
  const words = useWords().follow;
  return (
    <div className="follow">
      <h1>{words.title}</h1>
      <p className="soft">{words.lead}</p>
      {head}
      {status}
      <nav className="follow-views" aria-label={words.tabs}>
        {FOLLOW_VIEWS.map((view) => (
          <a key={view} href={hrefOfLook({ ...look, view })} aria-current={view === look.view ? 'page' : undefined}>
            {words.views[view]}
          </a>
        ))}
      </nav>
      {children}
    </div>
  );
}
