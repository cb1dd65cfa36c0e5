import { Card } from '../../components/card/Card';
import { CopyButton } from '../../components/card/CopyButton';
import { UnlistedCard } from '../../components/card/UnlistedCard';
import { InLanguage } from '../../components/words';
import type { EntryId } from '../../lib/model';
import type { CardView } from '../../lib/page/overlay';
import type { Card as CardContent } from '../../lib/reference/card';
import type { UnlistedCard as UnlistedContent } from '../../lib/reference/unlistedCard';
import { copyText } from '../../lib/words/copyText';
import { unlistedText } from '../../lib/words/unlistedText';
import { wordsOf } from '../../lib/words/words';
import { copy } from '../surfaces/copy';
import { cardOf, offerEntry, openInLibrary } from './asking';
import { Corner } from './Corner';
import { Here } from './Here';
import { Met } from './Met';

interface HoverCardProps {
  readonly view: CardView;
  readonly onWrong: () => void;
}

/** The card as it hovers over a page: with pin and close, its place in the article, copy and "wrong here". */
export function HoverCard({ view, onWrong }: HoverCardProps) {
  const { card, language } = view;
  return (
    <InLanguage value={language}>
      <div lang={wordsOf(language).lang} className="hover">
        {card.entry === null ? (
          <OfUnlisted card={card} view={view} onWrong={onWrong} />
        ) : (
          <OfEntry card={card} view={view} onWrong={onWrong} />
        )}
      </div>
    </InLanguage>
  );
}

function OfEntry({ card, view, onWrong }: HoverCardProps & { readonly card: CardContent }) {
  const { on, mark, language, date } = view;
  const words = wordsOf(language);
  const mention = mark.mention.status === 'known' ? mark.mention : null;
  const cardsOf = (ids: readonly EntryId[] = []) =>
    ids.flatMap((id) => {
      const here = view.cardHere(id);
      return here === undefined || here.entry === null ? [] : [here];
    });
  return (
    <Card
      card={card}
      mention={mention}
      date={date}
      alternatives={cardsOf(mention?.alternatives)}
      parts={cardsOf(mention?.parts)}
      onOpen={(id) => cardOf(view, id)}
      own={({ entry }) => <Met key={entry.id} id={entry.id} />}
      corner={<Corner {...view} />}
      foot={(shown) => (
        <footer className="card-foot">
          <Here {...view} />
          <CopyButton
            key={shown.entry.id}
            text={() =>
              copyText(shown, language, { date, stated: shown === card ? (mention?.statedOffice ?? null) : null })
            }
            copy={copy}
          />
          <button type="button" onClick={on.note}>
            {words.notes.note}
          </button>
          <button type="button" onClick={() => void openInLibrary(shown.entry.id)}>
            {words.card.library}
          </button>
          <button type="button" onClick={onWrong}>
            {words.card.wrong}
          </button>
        </footer>
      )}
    />
  );
}

function OfUnlisted({ card, view, onWrong }: HoverCardProps & { readonly card: UnlistedContent }) {
  const { on, mark, language, count } = view;
  const words = wordsOf(language);
  return (
    <UnlistedCard
      card={card}
      mention={mark.mention}
      count={count}
      onAdd={() => void offerEntry(card, view)}
      corner={<Corner {...view} />}
      foot={
        <>
          <Here {...view} />
          <CopyButton text={() => unlistedText(card, language)} copy={copy} />
          <button type="button" onClick={on.note}>
            {words.notes.note}
          </button>
          <button type="button" onClick={onWrong}>
            {words.card.wrong}
          </button>
        </>
      }
    />
  );
}
