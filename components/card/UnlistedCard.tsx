import type { ReactNode } from 'react';
import type { KeyedMention } from '../../lib/model';
import type { UnlistedCard as UnlistedContent } from '../../lib/reference/unlistedCard';
import { useWords } from '../words';
import { Why } from './Why';

interface UnlistedCardProps {
  readonly card: UnlistedContent;
  /** Set when the card belongs to a mention in an article. */
  readonly mention: Pick<KeyedMention, 'why' | 'confidence'> | null;
  /** How often the article has it. */
  readonly count: number;
  readonly corner?: ReactNode;
  /** What stands at the bottom besides adding. */
  readonly foot?: ReactNode;
  /** Left out where there is no pack to add to. */
  readonly onAdd?: () => void;
}

/** What the article itself says of something that the reference does not have. */
export function UnlistedCard({ card, mention, count, corner, foot, onAdd }: UnlistedCardProps) {
  const words = useWords();
  const { unlisted } = words;
  const { kind, name, offices, members, date } = card;
  return (
    <article className="card card-unlisted" aria-label={words.card.label(name)} tabIndex={-1}>
      <div className="card-bar">
        <span className={`card-kind kind-${kind}`}>{words.kinds[kind]}</span>
        <span className="card-note">{unlisted.group}</span>
        {corner}
      </div>
      <div className="card-body">
        <h2 className="card-name" lang="zh-CN">
          {name}
        </h2>
        {offices.map(({ office, organisation }) => (
          <p key={office} className="card-office">
            {unlisted.office(office, date)}
            {organisation !== null && !office.includes(organisation) && (
              <span className="card-note"> {unlisted.organisation(organisation)}</span>
            )}
          </p>
        ))}
        {members.length > 0 && (
          <section>
            <h3>{unlisted.members(members.length, date)}</h3>
            <ol className="card-lines" lang="zh-CN">
              {members.map((member) => (
                <li key={member}>{member}</li>
              ))}
            </ol>
          </section>
        )}
        {kind === 'formulation' && members.length === 0 && <p>{unlisted.noMembers}</p>}
        <p className="card-note">{unlisted.notInReference}</p>
        <p className="card-note">
          {unlisted.count(count)}
          {mention !== null && ` ${unlisted.confidence(mention.confidence)}`}
        </p>
        {mention !== null && <Why reasons={mention.why} />}
      </div>
      {(foot !== undefined || onAdd !== undefined) && (
        <footer className="card-foot">
          {foot}
          {onAdd !== undefined && (
            <button type="button" onClick={onAdd}>
              {unlisted.add}
            </button>
          )}
        </footer>
      )}
    </article>
  );
}
