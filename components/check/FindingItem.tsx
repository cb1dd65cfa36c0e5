import { findingSentence } from '../../lib/words/finding';
import { hrefOf } from '../library/route';
import { useLanguage, useText, useWords } from '../words';
import type { ShownFinding } from './shown';

interface FindingItemProps {
  readonly finding: ShownFinding;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
  readonly onFix: () => void;
  readonly onIgnore: () => void;
}

/** One finding: what stands there, what the reference has and where that is from, and what to do about it. */
export function FindingItem({ finding, isCurrent, onChoose, onFix, onIgnore }: FindingItemProps) {
  const words = useWords().check;
  const language = useLanguage();
  const text = useText();
  const { surface, fix, what, evidence, isIgnored } = finding;
  return (
    <li
      className={isCurrent ? 'finding is-current' : 'finding'}
      data-item={finding.id}
      aria-current={isCurrent ? 'true' : undefined}
    >
      <button type="button" className="finding-head" onClick={onChoose}>
        <span className="finding-kind">{words.kinds[what.is]}</span> <strong lang="zh-CN">{surface}</strong>
        {isIgnored && <span className="soft"> · {words.ignored}</span>}
      </button>
      <p>{findingSentence(finding, language)}</p>
      {evidence.length > 0 && (
        <ul className="finding-sources" aria-label={words.sources}>
          {evidence.map(({ title, publisher, date, address }) => {
            const name = typeof title === 'string' ? title : text(title);
            return (
              <li key={name + date} className="soft">
                {address === null ? (
                  <span lang="zh-CN">{name}</span>
                ) : (
                  <a href={address} target="_blank" rel="noreferrer" lang="zh-CN">
                    {name}
                  </a>
                )}
                {publisher !== null && ` · ${text(publisher)}`} ·{' '}
                <span className="finding-date">{date ?? words.undated}</span>
              </li>
            );
          })}
        </ul>
      )}
      <div className="finding-acts">
        {fix !== null && !isIgnored && (
          <button type="button" className="button" onClick={onFix}>
            {words.fix(fix)}
          </button>
        )}
        <button type="button" className="button" onClick={onIgnore}>
          {isIgnored ? words.restore : words.ignore}
        </button>
        <a href={hrefOf({ view: 'entry', id: finding.entryId })}>{words.toReference}</a>
      </div>
    </li>
  );
}
