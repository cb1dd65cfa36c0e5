import type { ReactNode } from 'react';
import type { PartialDate } from '../../lib/model';
import { nameOfPlace } from '../../lib/words/places';
import { Choice } from '../library/Choice';
import { useLanguage, useWords } from '../words';
import { useHeading } from '../texts/useHeading';
import { CheckedText } from './CheckedText';
import { FindingItem } from './FindingItem';
import type { ShownFinding } from './shown';
import './check.css';

export type CheckState =
  | { readonly is: 'writing' }
  | { readonly is: 'checking'; readonly share: number }
  | {
      readonly is: 'checked';
      readonly findings: readonly ShownFinding[];
      readonly current: number | null;
      readonly canUndo: boolean;
    };

interface CheckPageProps {
  readonly text: string;
  readonly state: CheckState;
  /** The field for the text, or how far the check is. */
  readonly field: ReactNode;
  readonly working: ReactNode;
  readonly told: string | null;
  /** As written. */
  readonly date: string;
  readonly day: PartialDate | null;
  readonly place: string | null;
  readonly places: readonly string[];
  readonly onDate: (date: string) => void;
  readonly onPlace: (place: string | null) => void;
  readonly onCheck: () => void;
  readonly onChoose: (id: number) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onFix: (id: number) => void;
  readonly onIgnore: (id: number) => void;
  readonly onUndo: () => void;
  readonly onEdit: () => void;
  readonly onCopy: () => void;
}

/** A draft held against the reference. */
export function CheckPage(props: CheckPageProps) {
  const words = useWords().check;
  const { state } = props;
  const heading = useHeading(state.is);
  return (
    <div className="check">
      <h1 ref={heading} tabIndex={-1}>
        {words.title}
      </h1>
      {state.is === 'checked' ? <Checked {...props} state={state} /> : <Writing {...props} />}
    </div>
  );
}

function Writing(props: CheckPageProps) {
  const words = useWords().check;
  const language = useLanguage();
  const { state, date, day, place, places } = props;
  const isWrong = date !== '' && day === null;
  return (
    <>
      <p className="soft">{words.lead}</p>
      {props.field}
      <div className="text-facts">
        <label className="library-choice">
          <span className="soft">{words.date}</span>
          <input
            type="text"
            inputMode="numeric"
            placeholder="2026-06-25"
            value={date}
            aria-invalid={isWrong}
            aria-describedby="check-date"
            onChange={(event) => props.onDate(event.target.value)}
          />
        </label>
        <Choice
          label={words.place}
          none={words.placeUnknown}
          value={place}
          choices={places.map((each) => [each, nameOfPlace(each, language)])}
          onChoose={props.onPlace}
        />
      </div>
      <p className="soft" id="check-date">
        {words.dateHint} {words.placeHint}
      </p>
      {state.is === 'checking' ? (
        props.working
      ) : (
        <p>
          <button type="button" className="button is-main" disabled={isWrong} onClick={props.onCheck}>
            {words.start}
          </button>
        </p>
      )}
      <p role="status">{props.told}</p>
    </>
  );
}

function Checked(props: CheckPageProps & { readonly state: Extract<CheckState, { is: 'checked' }> }) {
  const words = useWords().check;
  const { findings, current, canUndo } = props.state;
  const ignored = findings.filter(({ isIgnored }) => isIgnored).length;
  const left = findings.length - ignored;
  const nothing = canUndo ? words.allDone : words.none;
  return (
    <>
      <div className="check-bar">
        <p role="status">
          {left === 0 ? nothing : words.found(left)}
          {ignored > 0 && ` · ${words.left(left, ignored)}`} {props.told}
        </p>
        <div className="check-acts">
          <button type="button" className="button" disabled={findings.length === 0} onClick={() => props.onStep(-1)}>
            {words.previous}
          </button>
          <button type="button" className="button" disabled={findings.length === 0} onClick={() => props.onStep(1)}>
            {words.next}
          </button>
          <button type="button" className="button" disabled={!canUndo} onClick={props.onUndo}>
            {words.undo}
          </button>
          <button type="button" className="button" onClick={props.onCopy}>
            {words.copyText}
          </button>
          <button type="button" className="button" onClick={props.onEdit}>
            {words.edit}
          </button>
        </div>
      </div>
      <p className="soft">{findings.length === 0 ? words.noneHint : words.keys}</p>
      <div className="check-parts">
        <section aria-label={words.text} className="check-draft" tabIndex={0}>
          <CheckedText text={props.text} findings={findings} current={current} onChoose={props.onChoose} />
        </section>
        {findings.length > 0 && (
          <section aria-label={words.findings} className="check-findings" tabIndex={0}>
            <ol>
              {findings.map((finding) => (
                <FindingItem
                  key={finding.id}
                  finding={finding}
                  isCurrent={finding.id === current}
                  onChoose={() => props.onChoose(finding.id)}
                  onFix={() => props.onFix(finding.id)}
                  onIgnore={() => props.onIgnore(finding.id)}
                />
              ))}
            </ol>
          </section>
        )}
      </div>
    </>
  );
}
