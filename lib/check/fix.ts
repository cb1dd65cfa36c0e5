import type { Finding } from './finding';

/** A draft with what was found in it. */
export interface CheckedText<F extends Finding = Finding> {
  readonly text: string;
  readonly findings: readonly F[];
}

/** The draft with one finding set right; the others stay where they are. One without a fix changes nothing. */
export function fixed<F extends Finding>({ text, findings }: CheckedText<F>, finding: F): CheckedText<F> {
  const { start, end, fix } = finding;
  if (fix === null) return { text, findings };
  const by = fix.length - (end - start);
  return {
    text: text.slice(0, start) + fix + text.slice(end),
    findings: findings.flatMap((each) => {
      if (each === finding) return [];
      return each.start < end ? [each] : [{ ...each, start: each.start + by, end: each.end + by }];
    }),
  };
}
