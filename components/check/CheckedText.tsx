import { memo, useMemo } from 'react';
import type { ShownFinding } from './shown';

interface CheckedTextProps {
  readonly text: string;
  readonly findings: readonly ShownFinding[];
  readonly current: number | null;
  readonly onChoose: (id: number) => void;
}

interface Line {
  readonly start: number;
  readonly text: string;
  readonly findings: readonly ShownFinding[];
}

/** The draft with its findings marked. By keyboard they are reached from the list beside it. */
export const CheckedText = memo(function CheckedText({ text, findings, current, onChoose }: CheckedTextProps) {
  const lines = useMemo(() => linesOf(text, findings), [text, findings]);
  return (
    <div className="check-text" lang="zh-CN">
      {lines.map((line) => (
        <p key={line.start}>{piecesOf(line, current, onChoose)}</p>
      ))}
    </div>
  );
});

/** A finding that goes over the end of a line belongs to the lines together. */
function linesOf(text: string, findings: readonly ShownFinding[]): Line[] {
  const lines: Line[] = [];
  let next = 0;
  for (let start = 0; start <= text.length;) {
    let end = lineEnd(text, start);
    const own: ShownFinding[] = [];
    while (next < findings.length && findings[next]!.start < end) {
      own.push(findings[next]!);
      end = lineEnd(text, Math.max(findings[next]!.end, start));
      next++;
    }
    lines.push({ start, text: text.slice(start, end), findings: own });
    start = end + 1;
  }
  return lines;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function piecesOf({ start, text, findings }: Line, current: number | null, onChoose: (id: number) => void) {
  const pieces: React.ReactNode[] = [];
  let at = 0;
  for (const finding of findings) {
    const [from, to] = [finding.start - start, finding.end - start];
    pieces.push(text.slice(at, from));
    const classes = ['check-mark', finding.isIgnored ? 'is-ignored' : '', finding.id === current ? 'is-current' : ''];
    pieces.push(
      <mark
        key={finding.id}
        className={classes.filter(Boolean).join(' ')}
        data-finding={finding.id}
        onClick={() => onChoose(finding.id)}
      >
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  pieces.push(text.slice(at));
  return pieces;
}
