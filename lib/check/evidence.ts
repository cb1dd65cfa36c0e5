import type { Bilingual, PartialDate } from '../model';
import { fullOffice } from '../reference/tenures';
import type { Lexicon } from '../reference/lexicon';
import type { Finding, What } from './finding';

/** A document that shows what the reference says. */
export interface Evidence {
  readonly title: string | Bilingual;
  readonly publisher: Bilingual | null;
  readonly date: PartialDate | null;
  readonly address: string | null;
}

/** Of more, the first ones: a writer needs one to look up. */
const MOST = 3;

/** What stands behind a finding: of an office the documents that show it, of wording the sources, then the documents. */
export function evidenceOf(finding: Finding, lexicon: Lexicon): Evidence[] {
  const entry = lexicon.entries.get(finding.entryId);
  if (entry === undefined) return [];
  if (entry.kind === 'official') {
    const { what } = finding;
    const office = officeOf(what);
    const shown = entry.tenures.filter((tenure) => office === null || fullOffice(tenure) === office);
    return (shown.length > 0 ? shown : entry.tenures)
      .flatMap(({ attested }) => attested)
      .flatMap(({ article }) => documentOf(article, lexicon))
      .slice(0, MOST);
  }
  const sources = entry.sources.flatMap((id) => {
    const source = lexicon.sources.get(id);
    if (source === undefined) return [];
    const { title, publisher, date, address } = source;
    return [{ title, publisher, date, address }];
  });
  const documents = entry.attestations.flatMap(({ article }) => documentOf(article, lexicon));
  const isListed = finding.what.is === 'members' || finding.what.is === 'order' || finding.what.is === 'member';
  return (isListed ? [...sources, ...documents] : [...documents, ...sources]).slice(0, MOST);
}

function officeOf(what: What): string | null {
  if (what.is === 'office') return fullOffice(what.tenure);
  return what.is === 'name' ? what.office : null;
}

function documentOf(id: string, lexicon: Lexicon): Evidence[] {
  const article = lexicon.articles.get(id);
  if (article === undefined) return [];
  const { title, label, publisher, date } = article;
  return [{ title: title ?? label, publisher, date, address: null }];
}
