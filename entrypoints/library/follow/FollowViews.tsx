import { useState } from 'react';
import type { Look } from '../../../components/follow/look';
import { PassagesView } from '../../../components/follow/PassagesView';
import { TimeView } from '../../../components/follow/TimeView';
import { TopList } from '../../../components/follow/TopList';
import type { FollowedKey } from '../../../lib/model';
import { useFollowed, type FollowState } from './useFollow';

interface FollowViewsProps {
  readonly state: FollowState;
  readonly look: Look;
  /** Articles that are counted. */
  readonly articles: number;
  readonly nameOf: (key: FollowedKey) => string;
  readonly onLook: (look: Look) => void;
}

/** What the look asks for. */
export function FollowViews(props: FollowViewsProps) {
  const { look } = props;
  if (look.of.length === 0 && look.view !== 'changes') return <Top {...props} />;
  switch (look.view) {
    case 'time':
      return <Time {...props} />;
    case 'passages':
      return <Passages key={JSON.stringify(look)} {...props} />;
    case 'where':
    case 'forms':
    case 'with':
    case 'offices':
    case 'orders':
    case 'changes':
      return null;
  }
}

function Top({ state, look, articles, nameOf }: FollowViewsProps) {
  const rows = useFollowed(state, 'top', { scope: look.scope });
  return rows && <TopList rows={rows} all={articles} look={look} nameOf={nameOf} />;
}

function Time({ state, look, nameOf }: FollowViewsProps) {
  const timeline = useFollowed(state, 'timeline', { of: look.of, by: look.by, scope: look.scope });
  return timeline && <TimeView timeline={timeline} look={look} nameOf={nameOf} />;
}

/** Passages shown at first, and once more each time. */
const PAGE = 100;

function Passages({ state, look, nameOf, onLook }: FollowViewsProps) {
  const [most, setMost] = useState(PAGE);
  const found = useFollowed(state, 'passages', { of: look.of, scope: look.scope, order: look.order, most });
  if (found === null) return null;
  return <PassagesView {...found} look={look} nameOf={nameOf} onLook={onLook} onMore={() => setMost(most + PAGE)} />;
}
