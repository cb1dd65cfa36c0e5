/** How well metadata is read: expected against read, field by field. Runs in the browser's test and in the script. */
import type { Article } from '../../lib/model';

/** As `tests/articles/metadata/expected.json` has it; what is left out must not be found. */
export interface Expected {
  readonly url: string;
  readonly title?: string;
  readonly subtitle?: string;
  readonly publishedAt?: string | null;
  readonly source?: string;
  /** `记者 张三`, or the name alone. */
  readonly authors?: readonly string[];
  readonly editor?: string;
  readonly pageNumber?: string;
  readonly site?: string;
  readonly issuingBody?: string;
  readonly documentNumber?: string;
  readonly pageOf?: string;
  readonly otherDates?: readonly string[];
}

const FIELDS = [
  'title',
  'subtitle',
  'publishedAt',
  'source',
  'authors',
  'editor',
  'pageNumber',
  'site',
  'issuingBody',
  'documentNumber',
  'pageOf',
  'otherDates',
] as const;
export type Field = (typeof FIELDS)[number];

export interface FieldCounts {
  right: number;
  missing: number;
  wrong: number;
}

export interface MetadataScore {
  readonly counts: Readonly<Record<Field, FieldCounts>>;
  readonly faults: readonly string[];
}

/** A field counts as right too where there is nothing and nothing is found. */
export function scoreMetadata(pages: readonly { slug: string; expected: Expected; article: Article }[]): MetadataScore {
  const counts = Object.fromEntries(FIELDS.map((field) => [field, { right: 0, missing: 0, wrong: 0 }])) as Record<
    Field,
    FieldCounts
  >;
  const faults: string[] = [];
  for (const { slug, expected, article } of pages) {
    for (const field of FIELDS) {
      const [wanted, read] = [written(expected[field]), written(readOf(article, field))];
      const result = resultOf(wanted, read);
      counts[field][result]++;
      if (result === 'right') continue;
      const by = field === 'otherDates' ? '' : ` by ${article.foundBy[field] ?? 'no rule'}`;
      faults.push(`${result}  ${slug}: ${field} is ${wanted || 'nothing'}, read ${read || 'nothing'}${by}`);
    }
  }
  return { counts, faults };
}

function resultOf(wanted: string, read: string): keyof FieldCounts {
  if (wanted === read) return 'right';
  return read === '' ? 'missing' : 'wrong';
}

function readOf(article: Article, field: Field): string | null | readonly string[] {
  if (field === 'authors') return article.authors.map(({ name, role }) => (role === null ? name : `${role} ${name}`));
  if (field === 'otherDates') return article.otherDates.map(({ day }) => day);
  return article[field];
}

function written(value: string | null | undefined | readonly string[]): string {
  return (typeof value === 'string' ? value : value?.join(', ')) ?? '';
}
