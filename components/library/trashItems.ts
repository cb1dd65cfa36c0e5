import {
  KEPT_IN_TRASH,
  type Annotation,
  type AnnotationId,
  type Colour,
  type SavedArticle,
  type SavedArticleId,
} from '../../lib/model';

interface ItemBase {
  /** Of the article. */
  readonly title: string | null;
  readonly url: string;
  /** ms since the epoch. */
  readonly deletedAt: number;
  /** Begun ones count. */
  readonly daysLeft: number;
}

/** What was deleted in one step: an article with its annotations, or one annotation. */
export type TrashItem =
  | (ItemBase & { readonly is: 'article'; readonly id: SavedArticleId; readonly notes: number })
  | (ItemBase & {
      readonly is: 'annotation';
      readonly id: AnnotationId;
      readonly colour: Colour;
      /** Null: on the whole article. */
      readonly quote: string | null;
      readonly note: string;
    });

interface InTrash {
  readonly articles: readonly SavedArticle[];
  readonly annotations: readonly Annotation[];
  readonly parents: readonly SavedArticle[];
}

/** ms */
const DAY = 24 * 60 * 60 * 1000;

/** The trash as a list, what was deleted last first. `now`: ms since the epoch. */
export function trashItems({ articles, annotations, parents }: InTrash, now: number): TrashItem[] {
  const homes = new Map([...parents, ...articles].map((article) => [article.id, article]));
  const left = (deletedAt: number) => Math.max(0, Math.ceil((deletedAt + KEPT_IN_TRASH - now) / DAY));
  const went = articles.map((article): TrashItem => {
    const { id, title, url } = article;
    const deletedAt = article.deletedAt ?? now;
    const notes = annotations.filter((each) => wentWith(each, article)).length;
    return { is: 'article', id, title, url, notes, deletedAt, daysLeft: left(deletedAt) };
  });
  const alone = annotations.flatMap((annotation): TrashItem[] => {
    const home = homes.get(annotation.articleId);
    if (home === undefined || wentWith(annotation, home)) return [];
    const { id, colour, note, anchor } = annotation;
    const deletedAt = annotation.deletedAt ?? now;
    const of = { title: home.title, url: home.url, deletedAt, daysLeft: left(deletedAt) };
    return [{ is: 'annotation', id, colour, note, quote: anchor?.quote ?? null, ...of }];
  });
  return [...went, ...alone].sort((a, b) => b.deletedAt - a.deletedAt);
}

/** Deleted with its article, in the same moment. */
function wentWith({ articleId, deletedAt }: Annotation, article: SavedArticle): boolean {
  return articleId === article.id && article.deletedAt !== null && deletedAt === article.deletedAt;
}
