import { useEffect, useRef, useState } from 'react';
import { differencesOf } from '../../../components/compare/ComparedText';
import { ComparePage, type CompareState, type FileKind } from '../../../components/compare/ComparePage';
import { TextChooser } from '../../../components/compare/TextChooser';
import { TextField } from '../../../components/texts/TextField';
import { Working } from '../../../components/texts/Working';
import { useWords } from '../../../components/words';
import { cite } from '../../../lib/cite/cite';
import { cslItem } from '../../../lib/cite/item';
import type { ComparedText, Comparison } from '../../../lib/compare/compared';
import { comparisonMarkdown } from '../../../lib/compare/markdown';
import { comparisonHtml } from '../../../lib/compare/page';
import { summaryCsv } from '../../../lib/compare/table';
import { faultOf } from '../../../lib/file/readText';
import { unlistedInKey } from '../../../lib/reference/unlistedCard';
import type { EntryId, Language, Pack, SavedArticleId } from '../../../lib/model';
import type { Settings } from '../../../lib/settings';
import { localDay } from '../../../lib/text/dates';
import { download } from '../exchange/saving';
import { useKeys } from '../shelf/useKeys';
import { useShelf } from '../shelf/useShelf';
import { askTexts } from './asking';
import { useKept } from './kept';
import { useOpening } from './opening';
import { textOfSide, useSide, type KeptSide, type SideState } from './side';

interface CompareRoomProps {
  /** A saved article to begin with. */
  readonly from: SavedArticleId | null;
  readonly packs: readonly Pack[];
  readonly nameOf: (id: EntryId) => string;
  readonly settings: Settings;
  readonly language: Language;
}

interface Kept {
  readonly a: KeptSide;
  readonly b: KeptSide;
}

type Which = keyof Kept;

const NONE: KeptSide = { from: 'text', id: null, version: null, text: '', fileName: null };
const FILES: Readonly<Record<FileKind, { readonly ending: string; readonly mime: string }>> = {
  markdown: { ending: 'md', mime: 'text/markdown' },
  html: { ending: 'html', mime: 'text/html' },
  csv: { ending: 'csv', mime: 'text/csv' },
};

/** Two texts compared; what is chosen and pasted stays with the tab. */
export default function CompareRoom({ from, packs, nameOf, settings, language }: CompareRoomProps) {
  const words = useWords();
  const shelf = useShelf();
  const [kept, keep, isKept] = useKept<Kept>('compare', { a: NONE, b: NONE });
  const [state, setState] = useState<CompareState>({ is: 'choosing' });
  const [share, setShare] = useState(0);
  const [told, setTold] = useState<string | null>(null);
  const work = useRef<AbortController | null>(null);
  const change = (which: Which, to: Partial<KeptSide>) =>
    keep((before) => ({ ...before, [which]: { ...before[which], ...to } }));
  const sides = { a: useSide(shelf, kept.a), b: useSide(shelf, kept.b) };
  const opening = {
    a: useOpening(words, (text, fileName) => change('a', { text, fileName })),
    b: useOpening(words, (text, fileName) => change('b', { text, fileName })),
  };
  const current = state.is === 'compared' ? state.current : null;

  useEffect(() => () => work.current?.abort(), []);
  useEffect(() => {
    if (from !== null) keep((before) => ({ ...before, a: { ...before.a, from: 'saved', id: from, version: null } }));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the address alone says so
  }, [from]);
  useEffect(() => {
    if (current !== null)
      document.querySelector(`[data-difference="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const start = async () => {
    const [a, b] = [textOfSide(kept.a, sides.a), textOfSide(kept.b, sides.b)];
    for (const [paragraphs, missing] of [
      [a, words.compare.missing.first],
      [b, words.compare.missing.second],
    ] as const) {
      const fault = faultOf(paragraphs.join('\n'));
      if (fault !== null) return setTold(fault === 'empty' ? missing : words.texts.faults[fault]);
    }
    setTold(null);
    const own = new AbortController();
    work.current = own;
    setShare(0);
    setState({ is: 'comparing' });
    const annotations = kept.a.from === 'saved' ? (sides.a.article?.annotations ?? []) : [];
    const answer = await askTexts(
      {
        is: 'compare',
        a: { paragraphs: a, date: dateOf(kept.a, sides.a) },
        b: { paragraphs: b, date: dateOf(kept.b, sides.b) },
        annotations,
        packs,
      },
      { signal: own.signal, onShare: setShare },
    );
    if (work.current !== own) return;
    if (answer?.is !== 'compared') {
      setState({ is: 'choosing' });
      return setTold(answer === null ? words.texts.cancelled : words.texts.failed);
    }
    const { rows, summary, notes } = answer;
    const comparison: Comparison = {
      a: named(kept.a, sides.a, a),
      b: named(kept.b, sides.b, b),
      rows,
      summary,
      notes,
      nameOf: (key) => unlistedInKey(key)?.name ?? nameOf(key as EntryId),
    };
    setState({ is: 'compared', comparison, current: null });
  };

  function named(side: KeptSide, { article }: SideState, paragraphs: readonly string[]): ComparedText {
    if (side.from === 'text' || article === null) {
      return { name: side.fileName ?? words.compare.pasted, citation: null, paragraphs };
    }
    const visited = localDay(new Date(article.article.textSavedAt));
    const citation = cite(cslItem(article.article, visited), settings.citationStyle);
    return { name: article.article.title ?? words.compare.untitled, citation, paragraphs };
  }

  const save = async (file: FileKind) => {
    if (state.is !== 'compared') return;
    const { comparison } = state;
    const text = { markdown: comparisonMarkdown, html: comparisonHtml, csv: summaryCsv }[file](comparison, language);
    const { ending, mime } = FILES[file];
    const sink = download(`${words.compare.fileName}.${ending}`, mime);
    await sink.write(new TextEncoder().encode(text));
    await sink.close();
  };
  const step = (by: 1 | -1) => {
    if (state.is !== 'compared') return;
    const count = differencesOf(state.comparison);
    if (count === 0) return;
    const last = state.current ?? (by === 1 ? -1 : count);
    setState({ ...state, current: (last + by + count) % count });
  };
  useKeys(state.is === 'compared' ? { j: () => step(1), k: () => step(-1) } : {});

  const chooser = (which: Which) => {
    const side = kept[which];
    const { query, setQuery, listed, chosen, texts } = sides[which];
    const moment = new Intl.DateTimeFormat(words.lang, { dateStyle: 'medium', timeStyle: 'medium' });
    const name = which === 'a' ? words.compare.first : words.compare.second;
    return (
      <TextChooser
        name={name}
        from={side.from}
        query={query}
        found={listed}
        chosen={side.id === null ? null : chosen}
        versions={texts.map(({ at }) => moment.format(at))}
        version={side.version ?? texts.length - 1}
        onFrom={(to) => change(which, { from: to })}
        onQuery={setQuery}
        onChoose={(id) => change(which, { id, version: null })}
        onVersion={(version) => change(which, { version: version === texts.length - 1 ? null : version })}
        field={
          <TextField
            label={name}
            text={side.text}
            told={opening[which].told}
            onText={(text) => {
              opening[which].setTold(null);
              change(which, { text, fileName: null });
            }}
            onFile={(file) => void opening[which].open(file)}
          />
        }
      />
    );
  };
  return (
    <ComparePage
      state={state}
      first={chooser('a')}
      second={chooser('b')}
      working={
        <Working
          sentence={words.compare.comparing(Math.floor(share * 100))}
          label={words.compare.comparingLabel}
          share={share}
          onCancel={() => work.current?.abort()}
        />
      }
      told={isKept ? told : words.texts.notKept}
      onCompare={() => void start()}
      onSwap={() => keep(({ a, b }) => ({ a: b, b: a }))}
      onStep={step}
      onSave={(file) => void save(file)}
      onAgain={() => setState({ is: 'choosing' })}
    />
  );
}

function dateOf({ from }: KeptSide, { article }: SideState) {
  return from === 'saved' ? (article?.article.publishedAt ?? null) : null;
}
