import { useCallback, useRef } from 'react';
import type { FollowedKey } from '../../lib/model';
import type { Offices, StatedOffice } from '../../lib/track/offices';
import { officeWords } from '../../lib/words/office';
import { useLanguage, useWords } from '../words';
import { Exports } from './Exports';
import { Figure } from './Figure';
import { FollowTable, type Table } from './FollowTable';
import { hrefOfPlace } from './links';
import { drawOffices } from './officeChart';

interface OfficesViewProps {
  readonly of: FollowedKey;
  readonly name: string;
  readonly offices: Offices;
  /** Whether the reference has the person. */
  readonly isKnown: boolean;
}

/** Which offices the reader's articles state beside a name, and when; beside each what the reference says of that day. */
export function OfficesView({ of, name, offices, isKnown }: OfficesViewProps) {
  const words = useWords().follow;
  const language = useLanguage();
  const drawn = useRef<SVGSVGElement>(null);
  const onDrawn = useCallback((picture: SVGSVGElement) => void (drawn.current = picture), []);
  const { rows, conflicts, articles, without } = offices;
  const draw = useCallback(
    (plot: Parameters<typeof drawOffices>[0], width: number) => drawOffices(plot, rows, width),
    [rows],
  );
  const inReference = (stated: StatedOffice) => {
    if (!isKnown) return words.noReference;
    const { held, basis } = officeWords(stated.reference, language);
    return [held, basis].filter(Boolean).join(' · ');
  };
  const table: Table = {
    head: [words.date, words.office, words.article, words.source, words.reference],
    rows: rows
      .flatMap(({ stated }) => stated)
      .sort((a, b) => ((a.date ?? '~') < (b.date ?? '~') ? -1 : 1))
      .map((each) => [
        { text: each.date ?? words.noDate },
        { text: each.office, isChinese: true },
        { text: each.article.title ?? words.untitled, isChinese: true, href: hrefOfPlace(each.article, each.place) },
        { text: each.article.source ?? words.unknownSource },
        { text: inReference(each) },
      ]),
  };
  const isDated = rows.some(({ first }) => first !== null);
  return (
    <section aria-labelledby={`offices-${of}`}>
      <h2 id={`offices-${of}`}>{words.officesOf(name, articles, without)}</h2>
      {rows.length === 0 && <p>{words.noOffices}</p>}
      {isDated && <Figure draw={draw} height={rows.length * 34 + 40} onDrawn={onDrawn} />}
      {rows.length > 0 && (
        <>
          <FollowTable table={table} caption={words.officesTime} />
          <Exports
            of={`${name}-${words.views.offices}`}
            table={table}
            {...(isDated ? { drawn: () => drawn.current } : {})}
          />
        </>
      )}
      {conflicts.length > 0 && (
        <>
          <h3>{words.conflicts}</h3>
          <p className="soft">{words.conflictsHint}</p>
          {conflicts.map(({ date, stated }) => (
            <dl key={date} className="follow-conflict">
              <dt>{date}</dt>
              {stated.map((each) => (
                <dd key={`${each.article.id} ${each.office}`}>
                  <span lang="zh-CN">{each.office}</span>{' '}
                  <a href={hrefOfPlace(each.article, each.place)} lang="zh-CN">
                    {each.article.title ?? words.untitled}
                  </a>{' '}
                  <span className="soft">{each.article.source}</span>
                </dd>
              ))}
              <dd className="soft">
                {words.reference}: {inReference(stated[0]!)}
              </dd>
            </dl>
          ))}
        </>
      )}
    </section>
  );
}
