import { PARAGRAPH_MARK } from '../../lib/text/normalise';
import { Difference } from '../notes/Difference';
import { useWords } from '../words';
import type { NoteRowProps } from './NoteRow';

type NotePassageProps = Pick<NoteRowProps, 'note' | 'isWaiting' | 'onJump' | 'onConfirm' | 'onReattach'>;

/** The passage of an annotation: the way to it, or what became of it. */
export function NotePassage(props: NotePassageProps) {
  const words = useWords().notes;
  const { annotation, state, now } = props.note;
  if (annotation.anchor === null) return <p className="panel-note-whole">{words.onArticle}</p>;
  const { quote } = annotation.anchor;
  if (props.note.otherPage !== null) return <OnOtherPage page={props.note.otherPage} quote={quote} />;
  if (state === 'orphan') return <Lost {...props} />;
  return (
    <>
      <button type="button" className="panel-quote" title={words.jump} onClick={() => props.onJump(props.note)}>
        <span className="visually-hidden">{words.jump} </span>
        <q lang="zh-CN">{inLines(state === 'changed' && now !== null ? now : quote)}</q>
      </button>
      {state === 'changed' && now !== null && (
        <div className="panel-warning">
          <p>{words.changed}</p>
          <Difference before={quote} after={now} />
          <div className="panel-acts">
            <button type="button" className="button" onClick={() => props.onConfirm(props.note)}>
              {words.confirm}
            </button>
            <Reattach {...props} />
          </div>
        </div>
      )}
    </>
  );
}

/** A passage on another page of the same article. */
function OnOtherPage({ page, quote }: { readonly page: number; readonly quote: string }) {
  const words = useWords().notes;
  return (
    <>
      <blockquote lang="zh-CN">
        <q>{inLines(quote)}</q>
      </blockquote>
      <p className="soft">{words.onOtherPage(page)}</p>
    </>
  );
}

/** A passage that is not on the page: what is known of it, and the search for its place. */
function Lost(props: NotePassageProps) {
  const words = useWords().notes;
  const { anchor, paragraph } = props.note.annotation;
  const { before, quote, after } = anchor!;
  return (
    <>
      <blockquote lang="zh-CN">
        <q>{inLines(quote)}</q>
      </blockquote>
      <div className="panel-warning">
        <p>{words.lost}</p>
        <details>
          <summary>{words.context}</summary>
          <p lang="zh-CN">
            …{inLines(before)}
            <mark>{inLines(quote)}</mark>
            {inLines(after)}…
          </p>
          {paragraph !== null && (
            <>
              <p className="soft">{words.paragraph}</p>
              <Paragraph paragraph={paragraph} quote={quote} />
            </>
          )}
        </details>
        <div className="panel-acts">
          <Reattach {...props} />
        </div>
      </div>
    </>
  );
}

/** Anchors join paragraphs by a mark of their own. */
function inLines(text: string): string {
  return text.replaceAll(PARAGRAPH_MARK, '\n');
}

/** A passage may go over several paragraphs: then only its first lines are in this one. */
function Paragraph({ paragraph, quote }: { readonly paragraph: string; readonly quote: string }) {
  const at = paragraph.indexOf(quote);
  if (at < 0) return <p lang="zh-CN">{paragraph}</p>;
  return (
    <p lang="zh-CN">
      {paragraph.slice(0, at)}
      <mark>{quote}</mark>
      {paragraph.slice(at + quote.length)}
    </p>
  );
}

/** One button, so that it keeps the focus when it becomes another. */
function Reattach({ note, isWaiting, onReattach }: NotePassageProps) {
  const words = useWords().notes;
  return (
    <>
      <p role="status" className={isWaiting ? 'panel-waiting' : 'visually-hidden'}>
        {isWaiting && words.waiting}
      </p>
      <button type="button" className="button" onClick={() => onReattach(note, !isWaiting)}>
        {isWaiting ? words.cancel : words.reattach}
      </button>
    </>
  );
}
