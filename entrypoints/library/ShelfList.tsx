/** Annotations or articles: searched, filtered, selected, changed. Long, since the parts of one page meet here. */
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { hrefOf } from '../../components/library/route';
import { ActiveFilters } from '../../components/shelf/ActiveFilters';
import { ArticleLine, ARTICLE_HEIGHT } from '../../components/shelf/ArticleLine';
import { FilterButton } from '../../components/shelf/FilterButton';
import { FilterSide } from '../../components/shelf/FilterSide';
import { FirstUse } from '../../components/shelf/FirstUse';
import { KeysHelp } from '../../components/shelf/KeysHelp';
import { NoteLine, NOTE_HEIGHT } from '../../components/shelf/NoteLine';
import { SavedSearches } from '../../components/shelf/SavedSearches';
import { SearchBar } from '../../components/shelf/SearchBar';
import { SelectionBar } from '../../components/shelf/SelectionBar';
import { Told } from '../../components/shelf/Told';
import { VirtualList } from '../../components/shelf/VirtualList';
import { useWords } from '../../components/words';
import { conditionCount, isUnconditional, NO_QUERY, type Query } from '../../lib/library/query';
import type { Listed, ListedArticle, ListedNote } from '../../lib/library/rows';
import type { EntryId } from '../../lib/model';
import type { ChosenArticle } from '../../lib/store/exporting';
import { writeSavedSearch, type Settings } from '../../lib/settings';
import { Editing } from './writing/Editing';
import type { Go } from './main';
import { useActions } from './shelf/useActions';
import { useKeys } from './shelf/useKeys';
import { useSettled } from './shelf/useSettled';
import { useUnchanged } from './shelf/useUnchanged';
import { useSelection } from './shelf/useSelection';
import { useAnswer, useRows, type ShelfState } from './shelf/useShelf';

interface ShelfListProps {
  readonly of: 'notes' | 'articles';
  readonly query: Query;
  readonly state: ShelfState;
  readonly settings: Settings;
  readonly nameOf: (id: EntryId) => string;
  readonly go: Go;
}

/** Loaded when it is first asked for. */
const Exporting = lazy(() => import('./exchange/Exporting'));
interface Exported {
  readonly articles: readonly ChosenArticle[];
  /** Null: articles were chosen. */
  readonly notes: number | null;
}
const NONE = new Uint32Array();
/** ms after the last key. */
const COUNT_AFTER = 150;
interface Place {
  readonly asked: string;
  readonly current: number;
  readonly scroll: { current: number };
}
/** Where each list was left: one comes back to it from an article. */
const left: Partial<Record<ShelfListProps['of'], Place>> = {};

export function ShelfList({ of, query, state, settings, nameOf, go }: ShelfListProps) {
  const words = useWords();
  const { colourNames } = settings;
  const asked = hrefOf({ view: of, query });
  const [kept, setKept] = useState<Place | null>(left[of] ?? null);
  const fresh = useMemo((): Place => ({ asked, current: -1, scroll: { current: 0 } }), [asked]);
  const place = kept?.asked === asked ? kept : fresh;
  const { current } = place;
  const setCurrent = (index: number) => setKept({ ...place, current: index });
  useEffect(() => {
    left[of] = place;
  });
  const found = useAnswer(state, 'find', { of, query });
  const numbers = found?.numbers ?? NONE;
  const rows = useRows(state, of, found);
  const selection = useSelection(numbers, asked);
  const actions = useActions();
  const [edited, setEdited] = useState<ListedNote | null>(null);
  const [exported, setExported] = useState<Exported | null>(null);
  const [isHelping, setHelping] = useState(false);
  const [isFiltering, setFiltering] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLDivElement>(null);
  // What is marked belongs to what is shown, which comes a moment after what is typed.
  const text = found?.text ?? '';
  const terms = useMemo(() => text.split(/[\s“”"「」，。、]+/).filter(Boolean), [text]);
  // The counts come a moment after the list: the next key is not to wait for them.
  const settled = useSettled(query, COUNT_AFTER);
  const counts = useDeferredValue(useAnswer(state, 'counts', { of, query: settled }));
  const latest = useRef(query);
  useEffect(() => {
    latest.current = query;
  });
  const onConditions = useCallback(
    (change: Partial<Query>) => go({ view: of, query: { ...latest.current, ...change } }, false),
    [go, of],
  );
  const conditions = useUnchanged({ ...query, text: '' });
  const onQuery = (next: Query) => go({ view: of, query: next }, false);
  const toList = () => main.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  useKeys({
    '/': () => {
      field.current?.focus();
      field.current?.select();
    },
    '?': () => setHelping(true),
  });
  const open = (row: Listed | null) => {
    if (row !== null) go({ view: 'article', id: row.article.id, note: row.is === 'note' ? row.id : null }, true);
  };
  const remove = (chosen: readonly Listed[]) => {
    if (of === 'notes') actions.deleteNotes(chosen as readonly ListedNote[]);
    else actions.deleteArticles(chosen as readonly ListedArticle[]);
    selection.select(0, 'none');
  };
  /** What is selected, or else the row of the key. */
  const chosen = async (row: Listed | null): Promise<readonly Listed[]> => {
    if (selection.count === 0) return row === null ? [] : [row];
    const all = await state.shelf.ask('rows', { of, numbers: selection.numbers(), text: '' });
    return all.filter((each) => each !== null);
  };
  const exportRows = async (some: ArrayLike<number>) => {
    const articles = await state.shelf.ask('chosen', { of, numbers: some });
    setExported({ articles, notes: of === 'notes' ? some.length : null });
  };
  const onKey = (key: string, index: number): boolean => {
    const row = rows.rowAt(index);
    if (key === 'e' && row?.is === 'note') setEdited(row);
    else if (key === 'Delete' || key === 'Backspace') void chosen(row).then(remove);
    else return false;
    return true;
  };
  const isEmpty = found !== null && found.all === 0 && state.share === 1;
  const foundWords = of === 'notes' ? words.shelf.found : words.shelf.foundArticles;
  return (
    <div className={isEmpty ? 'shelf is-plain' : 'shelf'} data-found={found?.text} data-read={state.share}>
      <div className="shelf-top">
        <h1 className="visually-hidden">{words.shelf.views[of]}</h1>
        <SearchBar
          query={query}
          field={field}
          hasSort
          hint={of === 'notes' ? words.shelf.searchNotes : words.shelf.searchArticles}
          onQuery={onQuery}
          onDown={toList}
        >
          <SavedSearches
            searches={settings.savedSearches}
            suggestion={isUnconditional(query) ? null : query.text.trim()}
            onSave={(name) => void writeSavedSearch(name, asked)}
            onRemove={(name) => void writeSavedSearch(name, null)}
          />
          <FilterButton count={conditionCount(query)} isOpen={isFiltering} onOpen={setFiltering} />
        </SearchBar>
        <ActiveFilters query={query} colourNames={colourNames} nameOf={nameOf} onQuery={onQuery} />
        <div className="shelf-status">
          <span className="soft" role="status">
            {state.failure === null ? found !== null && foundWords(numbers.length, found.all) : words.shelf.failed}
          </span>
          {state.share < 1 && state.failure === null && (
            <span className="soft">{words.shelf.reading(Math.floor(state.share * 100))}</span>
          )}
          {numbers.length > 0 && (
            <button type="button" className="shelf-link" onClick={() => void exportRows(numbers)}>
              {words.exchange.exportFound}
            </button>
          )}
          <button type="button" className="shelf-link" onClick={() => setHelping(true)}>
            {words.shelf.keys}
          </button>
        </div>
      </div>
      {!isEmpty && (
        <FilterSide
          isOpen={isFiltering}
          query={conditions}
          counts={counts}
          colourNames={colourNames}
          nameOf={nameOf}
          onChange={onConditions}
        />
      )}
      <div className="shelf-main" ref={main}>
        <div>
          {(selection.count > 0 || actions.progress !== null) && (
            <SelectionBar
              count={selection.count}
              total={numbers.length}
              of={of}
              colourNames={colourNames}
              tags={counts?.tags.map(({ name }) => name) ?? []}
              progress={actions.progress}
              goingOut={
                <button type="button" className="button" onClick={() => void exportRows(selection.numbers())}>
                  {words.exchange.export}
                </button>
              }
              onAll={() => selection.select(0, 'all')}
              onNone={() => selection.select(0, 'none')}
              onTag={(tag, how) => void chosen(null).then((all) => actions.tag(all as ListedNote[], tag, how))}
              onColour={(colour) => void chosen(null).then((all) => actions.recolour(all as ListedNote[], colour))}
              onDelete={() => void chosen(null).then(remove)}
              onCancel={actions.cancel}
            />
          )}
        </div>
        {isEmpty && (
          <FirstUse onWelcome={() => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })} />
        )}
        {found !== null && !isEmpty && numbers.length === 0 && state.share === 1 && (
          <div className="shelf-empty">
            <p>{words.shelf.nothing}</p>
            <button type="button" className="button" onClick={() => onQuery(NO_QUERY)}>
              {words.shelf.clear}
            </button>
          </div>
        )}
        {numbers.length > 0 && (
          <VirtualList
            asked={asked}
            label={words.shelf.views[of]}
            count={numbers.length}
            rowHeight={of === 'notes' ? NOTE_HEIGHT : ARTICLE_HEIGHT}
            current={current}
            isSelected={selection.has}
            onCurrent={setCurrent}
            onSelect={selection.select}
            onOpen={(index) => open(rows.rowAt(index))}
            onKey={onKey}
            onShown={rows.onShown}
            scrolledTo={place.scroll}
          >
            {(index) => {
              const row = rows.rowAt(index);
              if (row === null) return null;
              if (row.is === 'article') return <ArticleLine listed={row} terms={terms} />;
              return <NoteLine listed={row} terms={terms} colourNames={colourNames} nameOf={nameOf} />;
            }}
          </VirtualList>
        )}
      </div>
      {edited !== null && (
        <Editing
          of={{ ...edited.note, quote: edited.note.quote }}
          colourNames={colourNames}
          onSaved={actions.did}
          onDelete={() => actions.deleteNotes([edited])}
          onClose={() => setEdited(null)}
        />
      )}
      {exported !== null && (
        <Suspense>
          <Exporting
            of={exported.articles}
            notes={exported.notes}
            settings={settings}
            onClose={() => setExported(null)}
          />
        </Suspense>
      )}
      {isHelping && <KeysHelp onClose={() => setHelping(false)} />}
      <Told actions={actions} />
    </div>
  );
}
