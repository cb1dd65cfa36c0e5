import { useCallback, useEffect, useMemo, useState } from 'react';
import { Card } from '../../components/card/Card';
import { CopyReference } from '../../components/panel/CopyReference';
import { hrefOf, NOTES } from '../../components/library/route';
import { ArticleText } from '../../components/shelf/ArticleText';
import { Dialog } from '../../components/shelf/Dialog';
import { KeysHelp } from '../../components/shelf/KeysHelp';
import { MentionList } from '../../components/shelf/MentionList';
import { Reader } from '../../components/shelf/Reader';
import { ReaderNote } from '../../components/shelf/ReaderNote';
import { Told } from '../../components/shelf/Told';
import { useWords } from '../../components/words';
import { NO_QUERY } from '../../lib/library/query';
import { cite } from '../../lib/cite/cite';
import { cslItem } from '../../lib/cite/item';
import { placeNotes, type PlacedMention } from '../../lib/library/placed';
import { askBackground, type DetectAnswer } from '../../lib/messages';
import type { Annotation, AnnotationId, EntryId, SavedArticle, SavedArticleId } from '../../lib/model';
import { report } from '../../lib/report';
import type { Settings } from '../../lib/settings';
import { localDay } from '../../lib/text/dates';
import { beginningOf } from '../../lib/words/beginning';
import { askStore } from '../pages/askStore';
import { copy } from '../pages/copy';
import { Editing } from './writing/Editing';
import type { Go } from './main';
import { useActions } from './shelf/useActions';
import { useKeys } from './shelf/useKeys';
import { useAnswer, type ShelfState } from './shelf/useShelf';

interface ReaderRoomProps {
  readonly id: SavedArticleId;
  /** The annotation to show first. */
  readonly note: AnnotationId | null;
  readonly state: ShelfState;
  readonly settings: Settings;
  readonly nameOf: (id: EntryId) => string;
  readonly go: Go;
}

type Detected = Extract<DetectAnswer, { is: 'on' }>;

/** A stored article: its text, mentions and notes. */
export function ReaderRoom({ id, note, state, settings, nameOf, go }: ReaderRoomProps) {
  const words = useWords();
  const answer = useAnswer(state, 'article', { id });
  const article = answer?.article ?? null;
  const detected = useMentions(article);
  const actions = useActions();
  const [current, setCurrent] = useState(note);
  const [edited, setEdited] = useState<Annotation | null>(null);
  const [opened, setOpened] = useState<EntryId | null>(null);
  const [isHelping, setHelping] = useState(false);
  const placed = useMemo(
    () => placeNotes(article?.paragraphs ?? [], answer?.annotations ?? []),
    [article, answer?.annotations],
  );
  const mentions = useMemo(() => mentionsIn(article, detected), [article, detected]);
  const mentioned = useMemo(() => countsIn(detected), [detected]);

  const isThere = article !== null;
  useEffect(() => {
    if (note !== null && isThere) bringIntoView(note);
  }, [note, isThere]);

  const back = () => {
    if (history.length > 1) history.back();
    else go({ view: 'articles', query: NO_QUERY }, true);
  };
  /** With the focus: what keys do is done where one sees it. */
  const goToNote = useCallback((to: AnnotationId) => {
    setCurrent(to);
    document.querySelector<HTMLElement>(`[data-item="${to}"]`)?.focus({ preventScroll: true });
    bringIntoView(to);
  }, []);
  const step = (by: 1 | -1) => {
    const at = placed.listed.findIndex(({ annotation }) => annotation.id === current);
    const next = placed.listed[at < 0 ? 0 : at + by];
    if (next !== undefined) goToNote(next.annotation.id);
  };
  const remove = (annotation: Annotation) => {
    const at = placed.listed.findIndex((each) => each.annotation === annotation);
    const after = placed.listed[at + 1] ?? placed.listed[at - 1];
    void askStore('deleteAnnotation', { id: annotation.id }).then((done) => {
      if (done.is !== 'done') return;
      // Named: one sees which it was. Keys go on with the next.
      const named = beginningOf(annotation.anchor?.quote ?? annotation.note);
      if (current === annotation.id && after !== undefined) goToNote(after.annotation.id);
      actions.did(words.shelf.noteDeleted(named), () => askStore('restoreAnnotation', { id: annotation.id }));
    });
  };
  const chosen = placed.listed.find(({ annotation }) => annotation.id === current)?.annotation;
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    e: () => chosen && setEdited(chosen),
    Delete: () => chosen && remove(chosen),
    Escape: back,
    '?': () => setHelping(true),
    '/': () => go(NOTES, true),
  });
  if (answer === null)
    return state.version > 0 && state.share === 1 ? <p className="shelf-empty">{words.shelf.gone}</p> : null;
  const visited = localDay(new Date(answer.article.textSavedAt));
  const card = opened === null ? undefined : detected?.cards[opened];
  return (
    <>
      <Reader
        article={answer.article}
        day={localDay(new Date(answer.article.savedAt))}
        noteCount={placed.listed.length}
        onBack={back}
        citation={
          <>
            <p lang="zh-CN">{cite(cslItem(answer.article, visited), settings.citationStyle)}</p>
            <CopyReference article={answer.article} today={() => visited} style={settings.citationStyle} copy={copy} />
          </>
        }
        text={
          answer.article.paragraphs.length === 0 ? (
            <p className="soft">{words.shelf.noText}</p>
          ) : (
            <ArticleText
              title={answer.article.title}
              paragraphs={answer.article.paragraphs}
              body={answer.article.body}
              notes={placed}
              mentions={mentions}
              current={current}
              onNote={goToNote}
              onMention={setOpened}
            />
          )
        }
        notes={
          placed.listed.length === 0 ? (
            <p className="soft">{words.notes.none}</p>
          ) : (
            <ul className="reader-notes">
              {placed.listed.map((each) => (
                <ReaderNote
                  key={each.annotation.id}
                  note={each}
                  isCurrent={each.annotation.id === current}
                  colourNames={settings.colourNames}
                  nameOf={nameOf}
                  onCurrent={() => setCurrent(each.annotation.id)}
                  onJump={() => goToNote(each.annotation.id)}
                  onEdit={() => setEdited(each.annotation)}
                  onDelete={() => remove(each.annotation)}
                />
              ))}
            </ul>
          )
        }
        mentions={detected === null ? null : <MentionList mentioned={mentioned} onOpen={setOpened} />}
      />
      {edited !== null && (
        <Editing
          of={{ ...edited, quote: edited.anchor?.quote ?? null }}
          colourNames={settings.colourNames}
          onSaved={actions.did}
          onDelete={() => remove(edited)}
          onClose={() => setEdited(null)}
        />
      )}
      {card !== undefined && (
        <Dialog label={words.card.label(card.entry.names.zh)} keepsOpen={false} onClose={() => setOpened(null)}>
          <Card
            card={card}
            mention={null}
            date={answer.article.publishedAt}
            alternatives={[]}
            parts={[]}
            corner={
              <button type="button" aria-label={words.notes.close} onClick={() => setOpened(null)}>
                ✕
              </button>
            }
            foot={({ entry }) => (
              <footer className="card-foot">
                <a href={hrefOf({ view: 'entry', id: entry.id })}>{words.card.library}</a>
              </footer>
            )}
            onOpen={(entry) => askBackground('card', { id: entry, date: answer.article.publishedAt })}
          />
        </Dialog>
      )}
      {isHelping && <KeysHelp onClose={() => setHelping(false)} />}
      <Told actions={actions} />
    </>
  );
}

/** Not where a press gives the focus: what is pressed must not move away under the pointer. */
function bringIntoView(id: AnnotationId): void {
  document.querySelector(`[data-note~="${id}"]`)?.scrollIntoView({ block: 'center' });
  document.querySelector(`[data-item="${id}"]`)?.scrollIntoView({ block: 'nearest' });
}

/** What the reference knows of the text, as of the article's date. */
function useMentions(article: SavedArticle | null): Detected | null {
  const [detected, setDetected] = useState<Detected | null>(null);
  const key = article === null ? null : `${article.id} ${article.updatedAt}`;
  useEffect(() => {
    if (article === null) return;
    let isMeant = true;
    const { title, publishedAt, url, paragraphs } = article;
    const head = { title, publishedAt, url, foundBy: { title: null, publishedAt: null } };
    askBackground('detect', { texts: paragraphs, article: head, earlier: null, isFirst: false })
      .then((answer) => isMeant && answer.is === 'on' && setDetected(answer))
      .catch((error: unknown) => report('finding mentions', error));
    return () => {
      isMeant = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the article as it stands
  }, [key]);
  return detected;
}

function mentionsIn(article: SavedArticle | null, detected: Detected | null): PlacedMention[][] {
  const all: PlacedMention[][] = (article?.paragraphs ?? []).map(() => []);
  for (const { text, start, end, entryId } of detected?.mentions ?? []) all[text]?.push({ start, end, entryId });
  return all;
}

function countsIn(detected: Detected | null) {
  const counts = new Map<EntryId, number>();
  for (const { entryId } of detected?.mentions ?? []) counts.set(entryId, (counts.get(entryId) ?? 0) + 1);
  return [...counts].flatMap(([id, count]) => {
    const card = detected?.cards[id];
    return card === undefined ? [] : [{ card, count }];
  });
}
