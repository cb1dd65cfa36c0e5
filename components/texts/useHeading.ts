import { useEffect, useRef } from 'react';

/** The heading of a page whose parts come and go: when what had the focus has gone, it goes on to the heading. */
export function useHeading(part: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(part);
  useEffect(() => {
    if (part !== before.current && document.activeElement === document.body) heading.current?.focus();
    before.current = part;
  }, [part]);
  return heading;
}
