import { Card } from '../../components/card/Card';
import { CopyButton } from '../../components/card/CopyButton';
import { InLanguage } from '../../components/words';
import type { CardView } from '../../lib/page/overlay';
import { copyText } from '../../lib/words/copyText';
import { wordsOf } from '../../lib/words/words';
import { copy } from '../surfaces/copy';
import { cardOf, openInLibrary } from './asking';
import { Met } from './Met';

/** The card as it hovers over a page: with pin and close, its place in the article, copy and "wrong here". */
export function HoverCard({ view, onWrong }: { readonly view: CardView; readonly onWrong: () => void }) {
  const { on, mark, card, nth, count, language, pinned, date } = view;
  const words = wordsOf(language).card;
  return (
    <InLanguage value={language}>
      <div lang={wordsOf(language).lang} className="hover">
        <Card
          card={card}
          mention={mark.mention}
          date={date}
          alternatives={view.alternatives}
          parts={view.parts}
          onOpen={(id) => cardOf(view, id)}
          own={({ entry }) => <Met key={entry.id} id={entry.id} />}
          corner={
            <>
              <button type="button" aria-pressed={pinned} onClick={() => on.pin(!pinned)}>
                {pinned ? words.unpin : words.pin}
              </button>
              <button type="button" aria-label={words.close} title={words.close} onClick={on.close}>
                ✕
              </button>
            </>
          }
          foot={(shown) => (
            <footer className="card-foot">
              <div className="card-here">
                <button
                  type="button"
                  aria-label={words.previous}
                  title={words.previous}
                  disabled={count < 2}
                  onClick={() => on.step(-1)}
                >
                  ‹
                </button>
                <span>{words.here(nth, count)}</span>
                <button
                  type="button"
                  aria-label={words.next}
                  title={words.next}
                  disabled={count < 2}
                  onClick={() => on.step(1)}
                >
                  ›
                </button>
              </div>
              <CopyButton
                key={shown.entry.id}
                text={() =>
                  copyText(shown, language, { date, stated: shown === card ? mark.mention.statedOffice : null })
                }
                copy={copy}
              />
              <button type="button" onClick={on.note}>
                {wordsOf(language).notes.note}
              </button>
              <button type="button" onClick={() => void openInLibrary(shown.entry.id)}>
                {words.library}
              </button>
              <button type="button" onClick={onWrong}>
                {words.wrong}
              </button>
            </footer>
          )}
        />
      </div>
    </InLanguage>
  );
}
