import { memo } from 'react';
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { LongText } from './LongText';

/** Neither pictures, which would be fetched, nor anything that the note did not write as Markdown. */
const NOT_SHOWN = ['img'];
/** UTF-16 units. Longer ones are whole texts that were pasted: Markdown would take seconds, and a megabyte half a minute. */
const LONGEST_FORMATTED = 50_000;

/** A note as it reads. HTML in it stays text, and only http, mail and the like become links. */
export const NoteText = memo(function NoteText({ text }: { readonly text: string }) {
  if (text.length > LONGEST_FORMATTED) return <LongText text={text} />;
  return (
    <div className="note-text">
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        disallowedElements={NOT_SHOWN}
        components={{
          a: ({ href, children }) => (
            <a href={href} target="_blank" rel="noopener noreferrer nofollow">
              {children}
            </a>
          ),
        }}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
});
