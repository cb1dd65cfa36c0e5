import type { PageRecord, ReprintHere } from '../../lib/identity/pageRecord';
import type { AnnotationId, ReprintChoice, SavedArticleId } from '../../lib/model';
import { placeOfArticle } from '../../lib/words/placeOfArticle';
import { NOTE_COLOURS } from '../../lib/words/colours';
import { useLanguage, useWords } from '../words';

interface ReprintsProps {
  readonly record: PageRecord | null;
  readonly onChoose: (id: SavedArticleId, choice: ReprintChoice | null) => void;
  readonly onCopy: (id: SavedArticleId) => void;
  readonly onJump: (id: AnnotationId) => void;
}

/** Notes that the reader made on the same text at other addresses: offered, shown, or put aside. */
export function Reprints({ record, ...on }: ReprintsProps) {
  const words = useWords().article;
  const all = (record?.reprints ?? []).filter(({ notes }) => notes.length > 0);
  const aside = all.filter(({ choice }) => choice === 'dismissed' || choice === 'copied');
  return (
    <>
      {all
        .filter((each) => !aside.includes(each))
        .map((each) => (
          <Offer key={each.article.id} reprint={each} {...on} />
        ))}
      {aside.length > 0 && (
        <details className="soft">
          <summary>{words.otherReprints}</summary>
          {aside.map((each) => (
            <Offer key={each.article.id} reprint={each} {...on} />
          ))}
        </details>
      )}
    </>
  );
}

interface OfferProps extends Omit<ReprintsProps, 'record'> {
  readonly reprint: ReprintHere;
}

function Offer({ reprint: { article, choice, notes }, onChoose, onCopy, onJump }: OfferProps) {
  const words = useWords().article;
  const language = useLanguage();
  const homeless = notes.filter(({ state }) => state === 'orphan').length;
  return (
    <section className="panel-notice" aria-label={words.otherReprints}>
      <p>
        {words.reprint(notes.length)}
        <span lang="zh-CN">{placeOfArticle(article, language)}</span>
      </p>
      {homeless > 0 && <p className="soft">{words.notHere(homeless)}</p>}
      {choice === 'shown' && <Notes notes={notes} onJump={onJump} />}
      <div className="panel-buttons">
        {choice === 'shown' ? (
          <button type="button" className="button" onClick={() => onChoose(article.id, 'dismissed')}>
            {words.hideHere}
          </button>
        ) : (
          <button type="button" className="button is-main" onClick={() => onChoose(article.id, 'shown')}>
            {words.showHere}
          </button>
        )}
        {homeless < notes.length && choice !== 'copied' && (
          <button type="button" className="button" onClick={() => onCopy(article.id)}>
            {words.copyHere}
          </button>
        )}
        {choice === null && (
          <button type="button" className="button" onClick={() => onChoose(article.id, 'dismissed')}>
            {words.dismiss}
          </button>
        )}
      </div>
    </section>
  );
}

function Notes({ notes, onJump }: Pick<ReprintHere, 'notes'> & Pick<ReprintsProps, 'onJump'>) {
  const words = useWords().notes;
  return (
    <ul className="panel-notes">
      {notes.map(({ annotation, state }) => (
        <li key={annotation.id} style={{ borderInlineStartColor: NOTE_COLOURS[annotation.colour] }}>
          {annotation.anchor !== null && <blockquote lang="zh-CN">{annotation.anchor.quote}</blockquote>}
          {annotation.note !== '' && <p className="panel-note-text">{annotation.note}</p>}
          <div className="panel-note-foot">
            <span className="soft">{words.states[state]}</span>
            {(state === 'exact' || state === 'changed') && (
              <button type="button" className="button" onClick={() => onJump(annotation.id)}>
                {words.jump}
              </button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
