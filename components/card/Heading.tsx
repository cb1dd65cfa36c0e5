import type { Entry } from '../../lib/model';
import { useWords } from '../words';

/** Name, pinyin, English rendering and whose it is. */
export function Heading({ entry }: { readonly entry: Entry }) {
  const words = useWords();
  const { zh, pinyin, en, enLong } = entry.names;
  return (
    <header>
      <h2 className="card-name" lang="zh-CN">
        {zh}
      </h2>
      {pinyin !== '' && (
        <p className="card-pinyin" lang="zh-Latn">
          {pinyin}
        </p>
      )}
      {en === null ? (
        <p className="card-note">{words.noRendering}</p>
      ) : (
        <p>
          <span className="card-english" lang="en">
            {en.text}
          </span>{' '}
          {entry.kind !== 'official' && <span className="card-note">{words.rendering[en.by]}</span>}
        </p>
      )}
      {enLong !== null && (
        <p className="card-note">
          <span lang="en">{enLong.text}</span> {words.card.longRendering}
        </p>
      )}
    </header>
  );
}
