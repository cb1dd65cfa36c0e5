import { useState } from 'react';
import { toBiblatex, toBibtex } from '../../lib/cite/bibtex';
import { cite, citeInText } from '../../lib/cite/cite';
import type { CitationStyle } from '../../lib/cite/citationStyle';
import type { CslItem } from '../../lib/cite/cslItem';
import { toCslJson } from '../../lib/cite/cslJson';
import { cslItem, type CitedArticle } from '../../lib/cite/item';
import { toRis } from '../../lib/cite/ris';
import type { Day } from '../../lib/model';
import { CopyButton } from '../card/CopyButton';
import { useWords } from '../words';

const FORMATS = ['reference', 'in-text', 'ris', 'bibtex', 'biblatex', 'csl-json'] as const;
type Format = (typeof FORMATS)[number];

interface CopyReferenceProps {
  readonly article: CitedArticle;
  /** The day of the visit. */
  readonly today: () => Day;
  readonly style: CitationStyle;
  /** Puts the text on the clipboard; false when the browser refuses. */
  readonly copy: (text: string) => Promise<boolean>;
}

/** The article as a reference, or as other programs read one. */
export function CopyReference({ article, today, style, copy }: CopyReferenceProps) {
  const words = useWords().cite;
  const [format, setFormat] = useState<Format>('reference');
  return (
    <p className="panel-reference">
      <select aria-label={words.format} value={format} onChange={(event) => setFormat(event.target.value as Format)}>
        {FORMATS.filter((each) => each !== 'in-text' || isAuthorDate(style)).map((each) => (
          <option key={each} value={each}>
            {each === 'reference' ? words.styles[style] : words.formats[each]}
          </option>
        ))}
      </select>
      <CopyButton
        key={format}
        text={() => written(cslItem(article, today()), style, format)}
        copy={copy}
        label={words.copy}
      />
    </p>
  );
}

function written(item: CslItem, style: CitationStyle, format: Format): string {
  switch (format) {
    case 'reference':
      return cite(item, style);
    case 'in-text':
      return isAuthorDate(style) ? citeInText(item, style) : cite(item, style);
    case 'ris':
      return toRis([item]);
    case 'bibtex':
      return toBibtex([item]);
    case 'biblatex':
      return toBiblatex([item]);
    case 'csl-json':
      return toCslJson([item]);
  }
}

function isAuthorDate(style: CitationStyle): style is Extract<CitationStyle, `${string}-author-date`> {
  return style.endsWith('author-date');
}
