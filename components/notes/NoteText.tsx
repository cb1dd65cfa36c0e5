import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';

/** Neither pictures, which would be fetched, nor anything that the note did not write as Markdown. */
const NOT_SHOWN = ['img'];

/** A note as it reads. HTML in it stays text, and only http, mail and the like become links. */
export function NoteText({ text }: { readonly text: string }) {
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
}
