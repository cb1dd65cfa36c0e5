import { useState, type ReactNode } from 'react';
import { KINDS, type Article, type CardKey, type EntryId, type PartialDate } from '../../lib/model';
import type { Card as CardContent } from '../../lib/reference/card';
import type { UnlistedCard } from '../../lib/reference/unlistedCard';
import { useWords } from '../words';
import { Row } from './Row';
import { Tabs } from './Tabs';
import { UnlistedRow } from './UnlistedRow';
import './panel.css';

/** An entry with all its mentions on the page, over all frames. */
export interface PanelRow {
  readonly card: CardContent;
  readonly count: number;
}

/** The same of what the reference does not have. */
export interface UnlistedPanelRow {
  readonly card: UnlistedCard;
  readonly count: number;
}

export type PanelState =
  | { readonly is: 'loading' }
  | { readonly is: 'no-page' }
  | { readonly is: 'not-here' }
  | { readonly is: 'off' }
  | { readonly is: 'not-chinese' }
  | { readonly is: 'unanswered' }
  | {
      readonly is: 'read';
      readonly article: Article;
      readonly rows: readonly PanelRow[];
      readonly unlisted: readonly UnlistedPanelRow[];
      readonly visible: boolean;
    };

interface PanelProps {
  readonly state: PanelState;
  /** What shows above the tabs. */
  readonly about: ReactNode;
  /** What shows under “Notes”. */
  readonly notes: ReactNode;
  readonly noteCount: number | null;
  readonly onJump: (key: CardKey, nth: number) => void;
  readonly onOpen: (id: EntryId) => Promise<CardContent | null>;
  readonly onShowMarks: () => void;
  readonly onSwitchOn: () => void;
  readonly onLibrary: (id: EntryId) => void;
  /** Left out where there is no pack to add to. */
  readonly onAdd?: (card: UnlistedCard) => void;
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
                content: (
                  <Entries
                    rows={state.rows}
                    unlisted={state.unlisted}
                    date={state.article.publishedAt}
                    {...onEntries}
                  />
                ),
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

interface EntriesProps extends Pick<PanelProps, 'onJump' | 'onOpen' | 'onLibrary' | 'onAdd' | 'copy'> {
  readonly rows: readonly PanelRow[];
  readonly unlisted: readonly UnlistedPanelRow[];
  readonly date: PartialDate | null;
}

function Entries({ rows, unlisted, date, onAdd, ...rest }: EntriesProps) {
  const words = useWords();
  const [filter, setFilter] = useState('');
  if (rows.length === 0 && unlisted.length === 0) return <Notice text={words.panel.empty} />;
  const found = rows.filter((row) => matches(row, filter));
  const foundUnlisted = unlisted.filter(({ card }) => plain(card.name).includes(plain(filter)));
  const listed = [...found, ...foundUnlisted];
  const mentions = listed.reduce((sum, row) => sum + row.count, 0);
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
        {listed.length === 0 ? words.panel.nothingMatches : words.panel.total(listed.length, mentions)}
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
      {foundUnlisted.length > 0 && (
        <section className="panel-group">
          <h2>
            {words.unlisted.group} <span className="soft">{foundUnlisted.length}</span>
          </h2>
          <p className="soft">{words.unlisted.hint}</p>
          <ul>
            {foundUnlisted.map((row) => (
              <UnlistedRow key={row.card.key} row={row} onAdd={onAdd} onJump={rest.onJump} copy={rest.copy} />
            ))}
          </ul>
        </section>
      )}
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
