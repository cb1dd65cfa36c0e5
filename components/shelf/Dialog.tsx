import { useLayoutEffect, useRef, type ReactNode } from 'react';

interface DialogProps {
  readonly label: string;
  /** Something was written: Esc does not take it away. */
  readonly keepsOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Something over the page that has all attention until it is closed. */
export function Dialog({ label, keepsOpen, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before what is inside takes the focus for a field of its own.
  useLayoutEffect(() => {
    const shown = dialog.current!;
    shown.showModal();
    // Closed before it goes: so the browser gives the focus back to where it was.
    return () => shown.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="shelf-dialog"
      aria-label={label}
      onCancel={(event) => keepsOpen && event.preventDefault()}
      onClose={onClose}
    >
      {children}
    </dialog>
  );
}
