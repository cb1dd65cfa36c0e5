import { useEffect, useMemo, useRef, useState } from 'react';
import { CheckPage, type CheckState } from '../../../components/check/CheckPage';
import type { ShownFinding } from '../../../components/check/shown';
import { TextField } from '../../../components/texts/TextField';
import { Working } from '../../../components/texts/Working';
import { useWords } from '../../../components/words';
import { evidenceOf } from '../../../lib/check/evidence';
import { fixed } from '../../../lib/check/fix';
import { regionOf } from '../../../lib/detect/place';
import { faultOf } from '../../../lib/file/readText';
import type { Lexicon } from '../../../lib/reference/lexicon';
import { NO_PLACE, placesOf } from '../../../lib/search/filters';
import { partialDate } from '../../../lib/text/dates';
import { copy } from '../../pages/copy';
import { useKeys } from '../shelf/useKeys';
import { askTexts } from './asking';
import { useKept } from './kept';
import { useOpening } from './opening';

interface Kept {
  readonly text: string;
  readonly date: string;
  readonly place: string | null;
}

/** What a step can be taken back to. */
interface Step {
  readonly text: string;
  readonly findings: readonly ShownFinding[];
  readonly current: number | null;
}

const NOTHING: Kept = { text: '', date: '', place: null };

/** A draft held against the reference; the text stays with the tab. */
export default function CheckRoom({ lexicon }: { readonly lexicon: Lexicon }) {
  const words = useWords();
  const [kept, keep, isKept] = useKept<Kept>('check', NOTHING);
  const { text, date, place } = kept;
  const [state, setState] = useState<CheckState>({ is: 'writing' });
  const [told, setTold] = useState<string | null>(null);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const work = useRef<AbortController | null>(null);
  const setText = (to: string) => keep((before) => ({ ...before, text: to }));
  const opening = useOpening(words, setText);
  const places = useMemo(() => placesIn(lexicon), [lexicon]);
  const day = date === '' ? null : partialDate(date);
  const findings = state.is === 'checked' ? state.findings : [];
  const current = state.is === 'checked' ? state.current : null;

  useEffect(() => () => work.current?.abort(), []);
  useEffect(() => {
    if (current === null) return;
    document.querySelector(`[data-finding="${current}"]`)?.scrollIntoView({ block: 'nearest' });
    const item = document.querySelector(`[data-item="${current}"]`);
    item?.scrollIntoView({ block: 'nearest' });
    // The finding whose button was pressed has gone.
    if (document.activeElement === document.body) item?.querySelector('button')?.focus({ preventScroll: true });
  }, [current]);

  const start = async () => {
    const fault = faultOf(text);
    if (fault !== null) return opening.setTold({ is: 'fault', sentences: [words.texts.faults[fault]] });
    opening.setTold(null);
    setTold(null);
    const own = new AbortController();
    work.current = own;
    setState({ is: 'checking', share: 0 });
    const region = place === null ? null : regionOf(place);
    const answer = await askTexts(
      { is: 'check', text, date: day, place: region, packs: lexicon.packs },
      { signal: own.signal, onShare: (share) => setState({ is: 'checking', share }) },
    );
    if (work.current !== own) return;
    if (answer === null || answer.is !== 'checked') {
      setState({ is: 'writing' });
      return setTold(answer === null ? words.texts.cancelled : words.texts.failed);
    }
    const shown = answer.findings.map((finding, id) => ({
      ...finding,
      id,
      isIgnored: false,
      evidence: evidenceOf(finding, lexicon),
    }));
    setSteps([]);
    setState({ is: 'checked', findings: shown, current: shown[0]?.id ?? null, canUndo: false });
  };

  const take = (to: Step, before: readonly Step[]) => {
    if (to.text !== text) setText(to.text);
    setSteps(before);
    setState({ is: 'checked', findings: to.findings, current: to.current, canUndo: before.length > 0 });
  };
  const done = (to: Omit<Step, 'current'>, from: number) => {
    const next =
      to.findings.find(({ id, isIgnored }) => id > from && !isIgnored) ?? to.findings.find((each) => !each.isIgnored);
    take({ ...to, current: next?.id ?? null }, [...steps, { text, findings, current }]);
  };
  const fix = (id: number) => {
    const finding = findings.find((each) => each.id === id);
    if (finding === undefined || finding.fix === null || finding.isIgnored) return;
    done(fixed({ text, findings }, finding), id);
  };
  const ignore = (id: number) => {
    done(
      { text, findings: findings.map((each) => (each.id === id ? { ...each, isIgnored: !each.isIgnored } : each)) },
      id,
    );
  };
  const undo = () => {
    const last = steps.at(-1);
    if (last !== undefined) take(last, steps.slice(0, -1));
  };
  const choose = (id: number) => state.is === 'checked' && setState({ ...state, current: id });
  const step = (by: 1 | -1) => {
    if (findings.length === 0) return;
    const at = findings.findIndex(({ id }) => id === current);
    const to = at < 0 ? 0 : (at + by + findings.length) % findings.length;
    choose(findings[to]!.id);
  };
  useKeys(
    state.is === 'checked'
      ? {
          j: () => step(1),
          k: () => step(-1),
          f: () => current !== null && fix(current),
          i: () => current !== null && ignore(current),
          z: undo,
        }
      : {},
  );
  return (
    <CheckPage
      text={text}
      state={state}
      told={isKept ? told : words.texts.notKept}
      field={
        <TextField
          label={words.check.text}
          text={text}
          told={opening.told}
          onText={(to) => {
            opening.setTold(null);
            setText(to);
          }}
          onFile={(file) => void opening.open(file)}
        />
      }
      working={
        state.is === 'checking' && (
          <Working
            sentence={words.check.checking(Math.floor(state.share * 100))}
            label={words.check.checkingLabel}
            share={state.share}
            onCancel={() => work.current?.abort()}
          />
        )
      }
      date={date}
      day={day}
      place={place}
      places={places}
      onDate={(to) => keep((before) => ({ ...before, date: to }))}
      onPlace={(to) => keep((before) => ({ ...before, place: to }))}
      onCheck={() => void start()}
      onChoose={choose}
      onStep={step}
      onFix={fix}
      onIgnore={ignore}
      onUndo={undo}
      onEdit={() => setState({ is: 'writing' })}
      onCopy={() => void copy(text).then((isCopied) => setTold(isCopied ? words.check.copied : words.check.notCopied))}
    />
  );
}

function placesIn(lexicon: Lexicon): string[] {
  const places = new Set([...lexicon.entries.values()].flatMap((entry) => placesOf(entry)));
  places.delete(NO_PLACE);
  return [...places].sort();
}
