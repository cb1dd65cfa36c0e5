import { COLOURS } from '../model';
import { NOTE_COLOURS } from '../words/colours';

/** Of the exported page; its hash stands in the page's own policy. */
export const STYLE_SHEET = `
:root { color-scheme: light dark; --line: #8886; --quiet: #666; }
@media (prefers-color-scheme: dark) { :root { --quiet: #aaa; } }
body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; font: 1rem/1.7 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; margin: 0; } h3 { font-size: 1rem; }
header p, .about, .citation, .meta { color: var(--quiet); font-size: .875rem; margin: .25rem 0; }
article { border-top: 1px solid var(--line); padding: 1.5rem 0; }
section { margin: 1.25rem 0; break-inside: avoid; }
blockquote { margin: 0; padding: .25rem .75rem; border-inline-start: .3rem solid var(--line); white-space: pre-wrap; }
${COLOURS.map((colour) => `blockquote.${colour} { border-color: ${NOTE_COLOURS[colour]}; }`).join(' ')}
.note { margin: .5rem 0 .5rem 1rem; } .note p { white-space: pre-line; } .note pre { overflow-x: auto; } .note table { border-collapse: collapse; } .note td, .note th { border: 1px solid var(--line); padding: .1rem .5rem; }
.tag { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .5rem; } .whole { font-weight: bold; margin: 0; }
dt { font-weight: bold; } dt span { font-weight: normal; } dd { margin: 0 0 .5rem 1rem; }
`;
