import type { ReactNode } from 'react';
import type { EntryId } from '../../lib/model';
import type { Card } from '../../lib/reference/card';
import { copyText } from '../../lib/words/copyText';
import { CopyButton } from '../card/CopyButton';
import { Evidence, Facts } from '../card/Facts';
import { From } from '../card/From';
import { Heading } from '../card/Heading';
import { Original } from '../card/Original';
import { Relations } from '../card/Related';
import { useLanguage, useWords } from '../words';
import { FIRST_LOOK } from '../follow/look';
import { hrefOf, REFERENCE } from './route';

interface EntryPageProps {
  readonly card: Card;
  /** The full address of this page. */
  readonly address: string;
  readonly onOpen: (id: EntryId) => void;
  readonly copy: (text: string) => Promise<boolean>;
  /** What the reader can do with it: change it, correct it. */
  readonly acts: ReactNode;
}

/** Everything that the reference has on an entry. */
export function EntryPage({ card, address, onOpen, copy, acts }: EntryPageProps) {
  const words = useWords();
  const language = useLanguage();
  const { entry } = card;
  return (
    <>
      <h1 className="library-crumb">
        <a href={hrefOf(REFERENCE)}>{words.library.reference}</a>
      </h1>
      <article className="card library-entry">
        <div className="card-bar">
          <span className={`card-kind kind-${entry.kind}`}>{words.kinds[entry.kind]}</span>
          <CopyButton key={entry.id} text={() => copyText(card, language, null)} copy={copy} />
          <CopyButton
            key={`${entry.id} link`}
            text={() => address}
            copy={copy}
            label={words.library.link}
            done={words.library.linkCopied}
          />
          <From card={card} />
        </div>
        <div className="card-body">
          <Heading entry={entry} />
          {acts}
          <Facts card={card} article={null} onOpen={onOpen} />
          <Original card={card} />
          <Relations entries={card.related} onOpen={onOpen} />
          <section>
            <h3>{words.library.forms}</h3>
            <p lang="zh-CN">{entry.forms.map(({ text }) => text).join(' · ')}</p>
          </section>
          <Evidence card={card} isFull />
          <p>
            <a href={hrefOf({ view: 'follow', look: { ...FIRST_LOOK, of: [entry.id] } })}>
              {words.follow.inMyArticles}
            </a>
          </p>
          {entry.kind === 'official' && (
            <p>
              <a href={hrefOf({ view: 'officials', on: '', place: null })}>{words.library.onDay}</a>
            </p>
          )}
        </div>
      </article>
    </>
  );
}

/** An address that names nothing. */
export function NoEntry({ id }: { readonly id: EntryId }) {
  const words = useWords().library;
  return (
    <>
      <p>{words.noEntry(id)}</p>
      <p>
        <a href={hrefOf(REFERENCE)}>{words.toReference}</a>
      </p>
    </>
  );
}
