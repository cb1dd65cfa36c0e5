import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Boundary } from '../../components/Boundary';
import { report } from '../../lib/report';

/** Draws a page of the extension; what fails in it is reported, and said in its place. */
export function mount(page: ReactNode): void {
  const onCaughtError = (error: unknown) => report('drawing the page', error);
  createRoot(document.getElementById('root')!, { onCaughtError }).render(
    <Boundary onReload={() => location.reload()}>{page}</Boundary>,
  );
}
