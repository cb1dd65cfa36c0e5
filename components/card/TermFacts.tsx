import type { FirstUse, Members as MembersOfTerm, Scope, Term, Validity } from '../../lib/model';
import type { Words } from '../../lib/words/zh';
import { useLanguage, useText, useWords } from '../words';

/** What a term is, what it enumerates, when it was used, what else it can mean. */
export function TermFacts({ term, date }: { readonly term: Term; readonly date: string | null }) {
  const words = useWords();
  const text = useText();
  const { gloss, members, first, validity, scope, otherMeanings, tier } = term;
  const holds = scope === null ? '' : whereItHolds(scope);
  return (
    <>
      <p>
        {text(gloss)} <span className="card-note">{words.status[gloss.status]}</span>
      </p>
      {validity !== null && <Used validity={validity} date={date} />}
      {members !== null && <Members members={members} />}
      {first !== null && (first.date !== null || first.note !== null || tier === 1) && <First first={first} />}
      {holds !== '' && (
        <section>
          <h3>{words.card.scope}</h3>
          <p lang="zh-CN">{holds}</p>
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
function whereItHolds({ issuer, place }: Scope): string {
  if (issuer === null || place === null) return issuer ?? place ?? '';
  return issuer.startsWith(place) ? issuer : `${issuer} · ${place}`;
}

function Used({ validity, date }: { readonly validity: Validity; readonly date: string | null }) {
  const words = useWords();
  const text = useText();
  const isOutside = date !== null && (isBefore(date, validity.from) || isBefore(validity.to, date));
  return (
    <p className={validity.to === null && !isOutside ? 'card-note' : 'card-warning'}>
      {words.card.used(validity.from, validity.to)}
      {isOutside && <> · {words.card.outsideUse}</>}
      {validity.note !== null && <> · {text(validity.note)}</>}
    </p>
  );
}

/** Compares dates as far as both are exact. */
function isBefore(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
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
              {language === 'en' && <small lang="en">{en}</small>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function First({ first }: { readonly first: FirstUse }) {
  const words = useWords();
  const text = useText();
  const { date, qualifier, occasion, note, status } = first;
  return (
    <section>
      <h3>{words.card.first}</h3>
      {date === null ? (
        <p className="card-note">{words.status.unknown}</p>
      ) : (
        <p>
          {sinceWord(words, qualifier)} <time dateTime={date}>{date}</time>
          {occasion !== null && <> · {text(occasion)}</>}
          {status === 'general' && <span className="card-note"> {words.status.general}</span>}
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
