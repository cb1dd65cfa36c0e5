import { useEffect, useRef } from 'react';

interface FigureProps {
  /** Draws for a width in px; another function draws anew. */
  readonly draw: (plot: typeof import('@observablehq/plot'), width: number) => SVGSVGElement;
  /** px, until it is drawn. */
  readonly height: number;
  readonly onDrawn: (drawn: SVGSVGElement) => void;
}

/** px */
const LEAST_WIDTH = 260;

/** A picture as wide as there is room. Its links are for the pointer: the table beside it is the way for keys and screen readers. */
export function Figure({ draw, height, onDrawn }: FigureProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = place.current!;
    const life = new AbortController();
    let width = 0;
    const renew = async () => {
      const Plot = await import('@observablehq/plot');
      if (life.signal.aborted || width === box.clientWidth) return;
      width = box.clientWidth;
      const picture = draw(Plot, Math.max(LEAST_WIDTH, width));
      for (const link of picture.querySelectorAll('a')) link.setAttribute('tabindex', '-1');
      box.replaceChildren(picture);
      onDrawn(picture);
    };
    void renew();
    const resized = new ResizeObserver(() => void renew());
    resized.observe(box);
    life.signal.addEventListener('abort', () => resized.disconnect());
    return () => life.abort();
  }, [draw, onDrawn]);
  return <div ref={place} className="chart-drawn" aria-hidden style={{ minHeight: height }} />;
}
