import type { ReactNode } from 'react';

interface SwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}

/** A setting that is on or off, with its label; the label is part of the target. */
export function Switch({ checked, onChange, children }: SwitchProps) {
  return (
    <label className="switch">
      <span>{children}</span>
      <input type="checkbox" role="switch" checked={checked} onChange={(event) => onChange(event.target.checked)} />
    </label>
  );
}
