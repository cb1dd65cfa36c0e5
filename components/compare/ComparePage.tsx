import type { ReactNode } from 'react';
import type { Comparison } from '../../lib/compare/compared';
import { useWords } from '../words';
import { useHeading } from '../texts/useHeading';
import { ComparedText, differencesOf } from './ComparedText';
import { CompareSummary } from './CompareSummary';
import './compare.css';

export const FILES = ['markdown', 'html', 'csv'] as const;
export type FileKind = (typeof FILES)[number];

export type CompareState =
  | { readonly is: 'choosing' }
  | { readonly is: 'comparing' }
  | { readonly is: 'compared'; readonly comparison: Comparison; readonly current: number | null };

interface ComparePageProps {
  readonly state: CompareState;
  readonly first: ReactNode;
  readonly second: ReactNode;
  readonly working: ReactNode;
  readonly told: string | null;
  readonly onCompare: () => void;
  readonly onSwap: () => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onSave: (file: FileKind) => void;
  readonly onAgain: () => void;
}

/** Two texts beside each other: chosen, compared, saved as a file. */
export function ComparePage(props: ComparePageProps) {
  const words = useWords().compare;
  const { state } = props;
  const heading = useHeading(state.is);
  return (
    <div className="compare">
      <h1 ref={heading} tabIndex={-1}>
        {words.title}
      </h1>
      {state.is === 'compared' ? (
        <Compared {...props} comparison={state.comparison} current={state.current} />
      ) : (
        <>
          <p className="soft">{words.lead}</p>
          <div className="compare-sides">
            {props.first}
            {props.second}
          </div>
          {state.is === 'comparing' ? (
            props.working
          ) : (
            <p className="compare-acts">
              <button type="button" className="button is-main" onClick={props.onCompare}>
                {words.start}
              </button>
              <button type="button" className="button" onClick={props.onSwap}>
                {words.swap}
              </button>
            </p>
          )}
          <p role="status">{props.told}</p>
        </>
      )}
    </div>
  );
}

interface ComparedProps extends ComparePageProps {
  readonly comparison: Comparison;
  readonly current: number | null;
}

function Compared({ comparison, current, told, onStep, onSave, onAgain }: ComparedProps) {
  const words = useWords().compare;
  const count = differencesOf(comparison);
  return (
    <>
      <dl className="compare-names">
        {(['a', 'b'] as const).map((each) => (
          <div key={each}>
            <dt>{each === 'a' ? words.first : words.second}</dt>
            <dd lang="zh-CN">{comparison[each].citation ?? comparison[each].name}</dd>
          </div>
        ))}
      </dl>
      <div className="compare-acts">
        <button type="button" className="button" disabled={count === 0} onClick={() => onStep(-1)}>
          {words.previous}
        </button>
        <button type="button" className="button" disabled={count === 0} onClick={() => onStep(1)}>
          {words.next}
        </button>
        {FILES.map((file) => (
          <button key={file} type="button" className="button" onClick={() => onSave(file)}>
            {words.save[file]}
          </button>
        ))}
        <button type="button" className="button" onClick={onAgain}>
          {words.again}
        </button>
      </div>
      <p role="status">{count === 0 ? words.same : told}</p>
      <h2>{words.summary}</h2>
      <CompareSummary comparison={comparison} />
      <h2>{words.text}</h2>
      {count > 0 && <p className="soft">{words.keys}</p>}
      <ComparedText comparison={comparison} current={current} />
    </>
  );
}
