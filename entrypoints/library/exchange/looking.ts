import type { Problem } from '../../../lib/export/incoming';
import type { Planned } from '../../../lib/export/plan';
import type { Annotation } from '../../../lib/model';
import type { BesideRows } from '../../../lib/store/importing';
import type { ListedRow, Preview } from './protocol';

/** Of each kind that are named in a preview. */
const MOST_LISTED = 5;
const MOST_PROBLEMS = 100;

/** What one file would do; counted only once it is known to be whole. */
interface Once {
  readonly take: (planned: Planned) => void;
  readonly end: () => void;
}

/** Counts what an import would do, and keeps the first of each kind. */
export class Looking {
  private articles = { added: 0, changed: 0 };
  private annotations = { added: 0, changed: 0, skipped: 0 };
  private readonly settings = new Map<string, unknown>();
  private problems = 0;
  private refused = 0;
  private readonly shown: Problem[] = [];
  private readonly first: Record<'added' | 'changed' | 'skipped', ListedRow[]> = {
    added: [],
    changed: [],
    skipped: [],
  };

  /** Rows that would be written. */
  get rows(): number {
    const { articles, annotations } = this;
    return articles.added + articles.changed + annotations.added + annotations.changed;
  }

  refuse(problem: Problem): void {
    this.refused++;
    this.problems++;
    this.shown.unshift(problem);
  }

  begin(): Once {
    const own = new Looking();
    let isRefused = false;
    return {
      take: (planned) => {
        if (planned.is === 'refused') {
          isRefused = true;
          this.refuse(planned.problem);
        } else {
          own.add(planned);
        }
      },
      end: () => {
        if (!isRefused) this.join(own);
      },
    };
  }

  preview({ exceptions, choices, readings, ownEntries, corrections, packs }: BesideRows): Preview {
    return {
      articles: this.articles,
      annotations: this.annotations,
      exceptions: exceptions.length,
      choices: choices.length,
      readings: readings.length,
      reference: ownEntries.length + corrections.length + packs.length,
      settings: Object.fromEntries(this.settings),
      problems: this.problems,
      shown: this.shown,
      refused: this.refused,
      first: this.first,
    };
  }

  private add(planned: Exclude<Planned, { is: 'refused' }>): void {
    if (planned.is === 'setting') this.settings.set(planned.name, planned.value);
    if (planned.is === 'problem') {
      this.problems++;
      if (this.shown.length < MOST_PROBLEMS) this.shown.push(planned.problem);
    }
    if (planned.is !== 'step') return;
    const { article, annotations, skipped } = planned;
    if (article !== null) {
      const how = article.before === null ? 'added' : 'changed';
      this.articles[how]++;
      this.list(how, { is: 'article', text: article.after.title });
    }
    for (const { before, after } of annotations) {
      const how = before === null ? 'added' : 'changed';
      this.annotations[how]++;
      this.list(how, { is: 'note', text: textOf(after) });
    }
    this.annotations.skipped += skipped;
    for (const each of planned.unchanged ?? []) this.list('skipped', { is: 'note', text: textOf(each) });
  }

  private join(own: Looking): void {
    for (const how of ['added', 'changed'] as const) this.articles[how] += own.articles[how];
    for (const how of ['added', 'changed', 'skipped'] as const) {
      this.annotations[how] += own.annotations[how];
      for (const row of own.first[how]) this.list(how, row);
    }
    for (const [name, value] of own.settings) this.settings.set(name, value);
    this.problems += own.problems;
    this.shown.push(...own.shown.slice(0, MOST_PROBLEMS - this.shown.length));
  }

  private list(how: 'added' | 'changed' | 'skipped', row: ListedRow): void {
    if (this.first[how].length < MOST_LISTED) this.first[how].push(row);
  }
}

function textOf({ anchor, note }: Annotation): string | null {
  return (anchor?.quote ?? note) || null;
}
