import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { PanelRow, PanelState, UnlistedPanelRow } from '../../components/panel/Panel';
import { askPage, type FrameState } from '../../lib/messages';
import type { CardKey } from '../../lib/model';
import { wholeArticle } from './wholeArticle';
import { NOTHING_YET, watchTab, type Frames, type Watched } from './watchTab';

/** The tab that the panel shows: the one named in its address (`?tab=`), else the active one of its window. */
export function useTab(): number | null {
  const [tabId, setTabId] = useState<number | null>(namedTab());
  useEffect(() => {
    if (namedTab() !== null) return;
    const life = new AbortController();
    const look = async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      if (!life.signal.aborted) setTabId(tab?.id ?? null);
    };
    const activated = () => void look();
    browser.tabs.onActivated.addListener(activated);
    void look();
    life.signal.addEventListener('abort', () => browser.tabs.onActivated.removeListener(activated));
    return () => life.abort();
  }, []);
  return tabId;
}

function namedTab(): number | null {
  const named = new URLSearchParams(location.search).get('tab');
  return named === null ? null : Number(named);
}

/** A frame whose text was read: it may have notes. */
export interface ReadFrame {
  readonly frameId: number;
  readonly url: string;
}

export interface Page {
  readonly state: PanelState;
  readonly readFrames: readonly ReadFrame[];
  readonly jump: (key: CardKey, nth: number) => void;
  /** The host of the top frame, once it has answered. */
  readonly host: string | null;
  /** Grows each time the page's notes have something new to tell. */
  readonly found: number;
}

/** What the frames of a tab show, as it changes. */
export function usePage(tabId: number | null): Page {
  const [watched, setWatched] = useState(NOTHING_YET);
  useEffect(() => {
    if (tabId === null) return;
    const life = new AbortController();
    watchTab(tabId, setWatched, life.signal);
    return () => life.abort();
  }, [tabId]);

  const jump = (key: CardKey, nth: number) => {
    const place = tabId === null ? null : placeOf(watched.frames, key, nth);
    if (tabId === null || place === null) return;
    void askPage(tabId, 'jump', { key, nth: place.nth }, place.frameId).catch(() => undefined);
  };
  return {
    state: tabId === null ? { is: 'no-page' } : panelState(watched),
    jump,
    readFrames: readFrames(watched.frames),
    host: hostOf(watched.frames.get(0)?.article.url ?? ''),
    found: watched.found,
  };
}

/** The frame that has the nth mention (from 0) of all frames, and its number there. */
function placeOf(frames: Frames, key: CardKey, nth: number): { readonly frameId: number; readonly nth: number } | null {
  let before = 0;
  for (const [frameId, { entries }] of inOrder(frames)) {
    const count = entries.find((entry) => entry.key === key)?.count ?? 0;
    if (nth < before + count) return { frameId, nth: nth - before };
    before += count;
  }
  return null;
}

/** The top frame speaks for the page, unless only frames inside it have something to list. */
function panelState({ frames, isAsked }: Watched): PanelState {
  const top = frames.get(0);
  const read = inOrder(frames)
    .map(([, frame]) => frame)
    .filter((frame) => frame.is === 'read' && (frame === top || frame.entries.length > 0));
  const [first] = read;
  if (first !== undefined) {
    const { article, visible } = top ?? first;
    return { is: 'read', article: wholeArticle(article), visible, ...rowsOf(read) };
  }
  if (top === undefined) return { is: isAsked ? 'not-here' : 'loading' };
  return { is: top.is === 'reading' || top.is === 'read' ? 'loading' : top.is };
}

/** Entries of all frames, and what is unlisted, in the order of their first mention. */
function rowsOf(frames: readonly FrameState[]): { rows: PanelRow[]; unlisted: UnlistedPanelRow[] } {
  const rows = new Map<CardKey, PanelRow>();
  const unlisted = new Map<CardKey, UnlistedPanelRow>();
  for (const { entries, cards } of frames) {
    for (const { key, count } of entries) {
      const card = cards[key];
      if (card === undefined) continue;
      if (card.entry === null) unlisted.set(key, { card, count: (unlisted.get(key)?.count ?? 0) + count });
      else rows.set(key, { card, count: (rows.get(key)?.count ?? 0) + count });
    }
  }
  return { rows: [...rows.values()], unlisted: [...unlisted.values()] };
}

function inOrder(frames: Frames): [number, FrameState][] {
  return [...frames].sort(([a], [b]) => a - b);
}

function readFrames(frames: Frames): ReadFrame[] {
  return inOrder(frames).flatMap(([frameId, { is, article }]) =>
    is === 'read' || is === 'not-chinese' ? [{ frameId, url: article.url }] : [],
  );
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname : null;
}
