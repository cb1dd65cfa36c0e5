/** References only, as LaTeX and reference managers read them. Keys are unique in a file, so all items are held: they are small. */
import { toBiblatex, toBibtex } from '../cite/bibtex';
import type { CslItem } from '../cite/cslItem';
import { toCslJson } from '../cite/cslJson';
import { accessedOn, oneByOne, type Articles, type Chunks, type ExportContext } from './format';

export const writeBibtex = writing(toBibtex);
export const writeBiblatex = writing(toBiblatex);
export const writeCslJson = writing(toCslJson);

function writing(written: (items: readonly CslItem[]) => string) {
  return async function* (articles: Articles, context: ExportContext): Chunks {
    const items: CslItem[] = [];
    for await (const { article } of oneByOne(articles, context)) {
      items.push(context.item(article, accessedOn(article, context)));
    }
    yield written(items);
  };
}
