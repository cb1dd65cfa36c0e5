import { useEffect, useState } from 'react';
import type { PanelState } from '../../components/panel/Panel';
import type { PageRecord } from '../../lib/identity/pageRecord';
import { askNotes, askPage, type FromStore } from '../../lib/messages';
import type {
  ArticleCorrection,
  Fact,
  ReprintChoice,
  SavedArticle,
  SavedArticleId,
  StoreFailureReason,
} from '../../lib/model';
import { askStore } from './askStore';

/** Null when it was done. */
type Outcome = Promise<StoreFailureReason | null>;

export interface RecordOfTab {
  /** Null while unknown. */
  readonly record: PageRecord | null;
  /** Saves the article with the text that the page has now. */
  readonly save: () => Outcome;
  /** Saves it first where it was not. */
  readonly correct: (correction: ArticleCorrection) => Outcome;
  readonly uncorrect: (facts: readonly Fact[]) => Outcome;
  readonly chooseReprint: (id: SavedArticleId, choice: ReprintChoice | null) => Outcome;
  readonly copyReprint: (id: SavedArticleId) => Outcome;
}

/** A record, by the page and the turn that it was asked for. */
interface Told {
  readonly url: string;
  readonly found: number;
  readonly record: PageRecord;
}

const NOT_DONE = { is: 'failed', reason: 'failed' } as const;

/** What is kept of the article of a tab's page, live. `found`: see `usePage`. */
export function useRecord(tabId: number | null, page: PanelState, found: number): RecordOfTab {
  const [told, setTold] = useState<Told | null>(null);
  const url = page.is === 'read' ? page.article.url : null;
  useEffect(() => {
    if (tabId === null || url === null) return;
    let isOver = false;
    // A page on which nothing was ever kept has no notes to ask.
    const look = async () => {
      const record = await askNotes(tabId, 'record', null).catch(() => null);
      if (!isOver && record !== null) setTold({ url, found, record });
    };
    void look();
    return () => {
      isOver = true;
    };
  }, [tabId, url, found]);
  const record = told !== null && told.url === url ? told.record : null;

  const saved = async (): Promise<FromStore<SavedArticle>> => {
    if (tabId === null) return NOT_DONE;
    const article = await askPage(tabId, 'bringNotes', null)
      .then(() => askNotes(tabId, 'draft', null))
      .catch(() => null);
    return article === null ? NOT_DONE : askStore('saveArticle', { article });
  };
  return {
    record,
    save: async () => outcomeOf(await saved()),
    correct: async (correction) => {
      const article = record?.article ?? null;
      const answer: FromStore<{ readonly id: SavedArticleId }> =
        article === null ? await saved() : { is: 'done', value: article };
      if (answer.is !== 'done') return outcomeOf(answer);
      return outcomeOf(await askStore('correctArticle', { id: answer.value.id, correction }));
    },
    uncorrect: async (facts) => {
      const id = record?.article?.id;
      return id === undefined ? 'failed' : outcomeOf(await askStore('uncorrectArticle', { id, facts }));
    },
    chooseReprint: async (id, choice) => {
      if (tabId === null) return 'failed';
      return outcomeOf(await askNotes(tabId, 'chooseReprint', { id, choice }).catch(() => NOT_DONE));
    },
    copyReprint: async (id) => {
      if (tabId === null) return 'failed';
      return outcomeOf(await askNotes(tabId, 'copyReprint', { id }).catch(() => NOT_DONE));
    },
  };
}

function outcomeOf(answer: FromStore<unknown>): StoreFailureReason | null {
  if (answer.is === 'done') return null;
  return answer.is === 'failed' ? answer.reason : 'failed';
}
