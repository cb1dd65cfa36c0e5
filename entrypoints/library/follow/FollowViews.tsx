import { useState } from 'react';
import type { Look } from '../../../components/follow/look';
import { ChangesView } from '../../../components/follow/ChangesView';
import { OneOf } from '../../../components/follow/Filters';
import { FormsView } from '../../../components/follow/FormsView';
import { OfficesView } from '../../../components/follow/OfficesView';
import { OrdersView } from '../../../components/follow/OrdersView';
import { PassagesView } from '../../../components/follow/PassagesView';
import { TimeView } from '../../../components/follow/TimeView';
import { TopList } from '../../../components/follow/TopList';
import { useWords } from '../../../components/words';
import type { FollowedKey, Kind } from '../../../lib/model';
import { WhereView } from '../../../components/follow/WhereView';
import { WithView } from '../../../components/follow/WithView';
import { useFollowed, type FollowState } from './useFollow';

interface FollowViewsProps {
  readonly state: FollowState;
  readonly look: Look;
  /** Articles that are counted. */
  readonly articles: number;
  readonly nameOf: (key: FollowedKey) => string;
  /** Null: the reference does not have it. */
  readonly kindOf: (key: FollowedKey) => Kind | null;
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
      return <Where {...props} />;
    case 'forms':
      return look.of.map((of) => <Forms key={of} of={of} {...props} />);
    case 'with':
      return <With {...props} />;
    case 'offices':
      return look.of.map((of) => <OfficesOf key={of} of={of} {...props} />);
    case 'orders':
      return <OrdersOf {...props} />;
    case 'changes':
      return <Changes {...props} />;
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

function Where({ state, look, nameOf }: FollowViewsProps) {
  const where = useFollowed(state, 'where', { of: look.of, scope: look.scope });
  return where?.source.every(({ counts }) => counts.length === look.of.length) ? (
    <WhereView where={where} look={look} nameOf={nameOf} />
  ) : null;
}

function Forms({ of, state, look, articles, nameOf }: FollowViewsProps & { readonly of: FollowedKey }) {
  const rows = useFollowed(state, 'forms', { of, scope: look.scope });
  return rows && <FormsView of={of} name={nameOf(of)} rows={rows} all={articles} />;
}

function With(props: FollowViewsProps) {
  const { look, onLook } = props;
  const words = useWords().follow;
  const per = look.near ? 'paragraph' : 'article';
  return (
    <>
      <div className="library-search">
        <OneOf
          label={words.per}
          value={per}
          all={['article', 'paragraph']}
          names={words.perChoices}
          onChoose={(chosen) => onLook({ ...look, near: chosen === 'paragraph' })}
        />
      </div>
      {look.of.map((of) => (
        <WithOne key={of} of={of} {...props} />
      ))}
    </>
  );
}

function WithOne({ of, state, look, nameOf }: FollowViewsProps & { readonly of: FollowedKey }) {
  const found = useFollowed(state, 'companions', { of, scope: look.scope, per: look.near ? 'paragraph' : 'article' });
  return found && <WithView of={of} found={found} look={look} nameOf={nameOf} />;
}

function OfficesOf({ of, state, look, kindOf, nameOf }: FollowViewsProps & { readonly of: FollowedKey }) {
  const words = useWords().follow;
  const kind = kindOf(of);
  const isPerson = kind === null || kind === 'official';
  const offices = useFollowed(state, 'offices', isPerson ? { of, scope: look.scope } : null);
  if (!isPerson) return <p>{words.notOfficial(nameOf(of))}</p>;
  return offices && <OfficesView of={of} name={nameOf(of)} offices={offices} isKnown={kind !== null} />;
}

function OrdersOf({ state, look, kindOf, nameOf }: FollowViewsProps) {
  const words = useWords().follow;
  const people = look.of.filter((of) => [null, 'official'].includes(kindOf(of)));
  const orders = useFollowed(state, 'orders', people.length === 0 ? null : { of: people, scope: look.scope });
  if (people.length === 0) return <p>{words.needsOfficial}</p>;
  return orders && <OrdersView orders={orders} look={look} nameOf={nameOf} />;
}

function Changes({ state, look, nameOf, onLook }: FollowViewsProps) {
  const words = useWords().follow;
  const { scope, earlier, later } = look;
  const compared = useFollowed(state, 'compared', { scope, earlier, later });
  if (compared === null) return <p>{words.noPeriods}</p>;
  return <ChangesView compared={compared} look={look} nameOf={nameOf} onLook={onLook} />;
}
