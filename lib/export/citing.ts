import { cite } from '../cite/cite';
import type { CitationStyle } from '../cite/citationStyle';
import { cslItem } from '../cite/item';
import { toRis } from '../cite/ris';
import type { ExportContext } from './format';

/** How articles are cited in a style of GB/T 7714. */
export function citing(style: CitationStyle): Pick<ExportContext, 'cite' | 'item' | 'ris'> {
  return {
    cite: (article, accessed) => cite(cslItem(article, accessed), style),
    item: cslItem,
    ris: (article, accessed) => toRis([cslItem(article, accessed)]),
  };
}
