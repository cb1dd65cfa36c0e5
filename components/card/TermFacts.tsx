import type {
  Bilingual,
  FirstUse,
  Members as MembersOfTerm,
  PartialDate,
  Scope,
  Term,
  Validity,
} from '../../lib/model';
import { compareDates } from '../../lib/text/dates';
import type { Words } from '../../lib/words/zh';
import { useLanguage, useText, useWords } from '../words';

/** What a term is, what it enumerates, when it was used, what else it can mean. */
export function TermFacts({ term, date }: { readonly term: Term; readonly date: PartialDate | null }) {
  const words = useWords();
  const text = useText();
  const { kind, gloss, members, first, validity, scope, otherMeanings, tier } = term;
  const holds = scope === null ? null : whereItHolds(scope, text);
  const isThere = kind === 'institution' || kind === 'meeting' || kind === 'place' || kind === 'event';
  return (
    <>
      {text(gloss) === '' ? (
        <p className="card-note">{words.packs.noGloss}</p>
      ) : (
        <p>
          {text(gloss)} <span className="card-note">{words.status[gloss.status]}</span>
        </p>
      )}
      {validity !== null && <Period validity={validity} date={date} />}
      {members !== null && <Members members={members} />}
      {first !== null && (first.date !== null || first.note !== null || tier === 1) && (
        <First first={first} isOnce={kind === 'meeting' || kind === 'event' || kind === 'document'} />
      )}
      {holds !== null && (
        <section>
          <h3>{isThere ? words.card.place : words.card.scope}</h3>
          <p>{holds}</p>
        </section>
      )}
      {otherMeanings.length > 0 && (
        <section>
          <h3>{words.card.otherMeanings}</h3>
          <ul className="card-lines">
            {otherMeanings.map((meaning) => (
              <li key={meaning.zh}>{text(meaning)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Issuer and place, the place only where the issuer does not name it. */
function whereItHolds({ issuer, place }: Scope, text: (text: Bilingual) => string): string | null {
  if (issuer === null || place === null) return issuer === null && place === null ? null : text((issuer ?? place)!);
  return issuer.zh.includes(place.zh.slice(0, 2)) ? text(issuer) : `${text(issuer)} · ${text(place)}`;
}

function Period({ validity, date }: { readonly validity: Validity; readonly date: PartialDate | null }) {
  const words = useWords();
  const text = useText();
  const { from, to, note } = validity;
  const isOutside =
    date !== null && ((from !== null && compareDates(date, from) < 0) || (to !== null && compareDates(date, to) > 0));
  return (
    <p className={to === null && !isOutside ? 'card-note' : 'card-warning'}>
      {words.card.period(from, to)}
      {isOutside && <> · {words.card.outsidePeriod}</>}
      {note !== null && <> · {text(note)}</>}
    </p>
  );
}

function Members({ members }: { readonly members: MembersOfTerm }) {
  const words = useWords();
  const language = useLanguage();
  const { items, complete, status } = members;
  if (items.length === 0) return <p className="card-warning">{words.card.membersUnknown}</p>;
  return (
    <section>
      <h3>
        {complete ? words.card.members(items.length) : words.card.membersIncomplete(items.length)}
        {status === 'general' && <> · {words.status.general}</>}
      </h3>
      <ol className="card-members">
        {items.map(({ zh, en }, index) => (
          <li key={zh}>
            <span>{index + 1}</span>
            <span>
              <span lang="zh-CN">{zh}</span>
              {language === 'en' && en !== zh && <small lang="en">{en}</small>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** `isOnce`: the date is that of the thing itself, not of a use. */
function First({ first, isOnce }: { readonly first: FirstUse; readonly isOnce: boolean }) {
  const words = useWords();
  const text = useText();
  const { date, qualifier, occasion, note, status } = first;
  return (
    <section>
      <h3>{isOnce ? words.card.held : words.card.first}</h3>
      {date === null ? (
        <p className="card-note">{words.card.firstUnknown}</p>
      ) : (
        <p>
          {!(isOnce && (qualifier === null || qualifier === 'stated')) && `${sinceWord(words, qualifier)} `}
          <time dateTime={date}>{date}</time>
          {occasion !== null && <> · {text(occasion)}</>}
          {status === 'general' && <span className="card-note"> {words.card.indirect}</span>}
        </p>
      )}
      {note !== null && <p className="card-note">{text(note)}</p>}
    </section>
  );
}

function sinceWord(words: Words, qualifier: FirstUse['qualifier']): string {
  switch (qualifier) {
    case 'at-the-latest':
      return words.card.firstLatest;
    case 'approximate':
      return words.card.firstApproximate;
    case 'related-wording':
      return words.card.firstRelated;
    case 'stated':
    case null:
      return words.card.firstStated;
  }
}
