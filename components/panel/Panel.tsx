import { useState, type ReactNode } from 'react';
import { KINDS, type Article, type EntryId, type PartialDate } from '../../lib/model';
import type { Card as CardContent } from '../../lib/reference/card';
import { useWords } from '../words';
import { Row } from './Row';
import { Tabs } from './Tabs';
import './panel.css';

/** An entry with all its mentions on the page, over all frames. */
export interface PanelRow {
  readonly card: CardContent;
  readonly count: number;
}

export type PanelState =
  | { readonly is: 'loading' }
  | { readonly is: 'no-page' }
  | { readonly is: 'not-here' }
  | { readonly is: 'off' }
  | { readonly is: 'not-chinese' }
  | { readonly is: 'unanswered' }
  | { readonly is: 'read'; readonly article: Article; readonly rows: readonly PanelRow[]; readonly visible: boolean };

interface PanelProps {
  readonly state: PanelState;
  /** What shows above the tabs. */
  readonly about: ReactNode;
  /** What shows under “Notes”. */
  readonly notes: ReactNode;
  readonly noteCount: number | null;
  readonly onJump: (id: EntryId, nth: number) => void;
  readonly onOpen: (id: EntryId) => Promise<CardContent | null>;
  readonly onShowMarks: () => void;
  readonly onSwitchOn: () => void;
  readonly onLibrary: (id: EntryId) => void;
  readonly copy: (text: string) => Promise<boolean>;
}

/** This page: what it says of itself, and everything on it that the reference knows. */
export function Panel({ state, about, notes, noteCount, onShowMarks, onSwitchOn, ...onEntries }: PanelProps) {
  const words = useWords().panel;
  // Stays open while the reader goes from page to page.
  const [tab, setTab] = useState(0);
  return (
    <main className="panel">
      <h1 className="panel-title">{words.title}</h1>
      {state.is === 'read' ? (
        <>
          {about}
          {!state.visible && (
            <Notice text={words.marksHidden}>
              <button type="button" className="button" onClick={onShowMarks}>
                {words.showMarks}
              </button>
            </Notice>
          )}
          <Tabs
            label={words.title}
            open={tab}
            onOpen={setTab}
            tabs={[
              {
                name: words.mentions,
                count: null,
                content: <Entries rows={state.rows} date={state.article.publishedAt} {...onEntries} />,
              },
              { name: words.notes, count: noteCount, content: notes },
            ]}
          />
        </>
      ) : (
        <>
          <NothingToList is={state.is} onSwitchOn={onSwitchOn} />
          {state.is === 'not-chinese' && notes}
        </>
      )}
    </main>
  );
}

function NothingToList({
  is,
  onSwitchOn,
}: {
  readonly is: Exclude<PanelState['is'], 'read'>;
  readonly onSwitchOn: () => void;
}) {
  const words = useWords().panel;
  switch (is) {
    case 'loading':
      return <Notice text={words.loading} />;
    case 'no-page':
      return <Notice text={words.noPage} />;
    case 'not-here':
      return <Notice text={words.offHere} hint={words.offHereHint} />;
    case 'off':
      return (
        <Notice text={words.off}>
          <button type="button" className="button" onClick={onSwitchOn}>
            {words.turnOn}
          </button>
        </Notice>
      );
    case 'not-chinese':
      return <Notice text={words.notChinese} />;
    case 'unanswered':
      return <Notice text={words.unanswered} />;
  }
}

function Notice({
  text,
  hint,
  children,
}: {
  readonly text: string;
  readonly hint?: string;
  readonly children?: React.ReactNode;
}) {
  return (
    <div className="panel-notice" role="status">
      <p>{text}</p>
      {hint !== undefined && <p className="soft">{hint}</p>}
      {children}
    </div>
  );
}

interface EntriesProps extends Pick<PanelProps, 'onJump' | 'onOpen' | 'onLibrary' | 'copy'> {
  readonly rows: readonly PanelRow[];
  readonly date: PartialDate | null;
}

function Entries({ rows, date, ...rest }: EntriesProps) {
  const words = useWords();
  const [filter, setFilter] = useState('');
  if (rows.length === 0) return <Notice text={words.panel.empty} />;
  const found = rows.filter((row) => matches(row, filter));
  const mentions = found.reduce((sum, row) => sum + row.count, 0);
  return (
    <>
      <label className="panel-filter">
        <span>{words.panel.filter}</span>
        <input
          type="search"
          value={filter}
          placeholder={words.panel.filterHint}
          onChange={(event) => setFilter(event.target.value)}
        />
      </label>
      <p className="soft" role="status">
        {found.length === 0 ? words.panel.nothingMatches : words.panel.total(found.length, mentions)}
      </p>
      {KINDS.map((kind) => {
        const ofKind = found.filter((row) => row.card.entry.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section key={kind} className="panel-group">
            <h2 className={`kind-${kind}`}>
              {words.kinds[kind]} <span className="soft">{ofKind.length}</span>
            </h2>
            <ul>
              {ofKind.map((row) => (
                <Row key={row.card.entry.id} row={row} date={date} {...rest} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

/** Chinese, pinyin with or without tones and spaces, English. */
function matches({ card: { entry } }: PanelRow, filter: string): boolean {
  const wanted = plain(filter);
  if (wanted === '') return true;
  const { zh, pinyin, traditional, en } = entry.names;
  return [zh, pinyin, traditional ?? '', en?.text ?? '', ...entry.forms.map((form) => form.text)].some((text) =>
    plain(text).includes(wanted),
  );
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\s“”"'’·]/g, '')
    .toLowerCase();
}
