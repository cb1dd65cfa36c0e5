import { memo } from 'react';
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { LongText } from './LongText';

/** What leads somewhere from any page; the rest would lead to places of the page that shows the note. */
const LEADS_ELSEWHERE = /^(?:https?:|mailto:)/i;
/** UTF-16 units. Longer ones are whole texts that were pasted: Markdown would take seconds, and a megabyte half a minute. */
const LONGEST_FORMATTED = 50_000;

/** A note as it reads. HTML in it stays text, only http and mail become links, a picture is told by its words. */
export const NoteText = memo(function NoteText({ text }: { readonly text: string }) {
  if (text.length > LONGEST_FORMATTED) return <LongText text={text} />;
  return (
    <div className="note-text">
      <ReactMarkdown
        remarkPlugins={[remarkGfm]}
        components={{
          a: ({ href = '', children }) =>
            LEADS_ELSEWHERE.test(href) ? (
              <a href={href} target="_blank" rel="noopener noreferrer nofollow">
                {children}
              </a>
            ) : (
              <span>{children}</span>
            ),
          // Would be fetched.
          img: ({ alt, src }) => <span className="soft">[{alt || src}]</span>,
        }}
      >
        {text}
      </ReactMarkdown>
    </div>
  );
});
