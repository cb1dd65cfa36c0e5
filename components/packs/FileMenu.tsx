import { useWords } from '../words';

export type PackFormat = 'json' | 'csv' | 'yomitan' | 'patch';

interface FileMenuProps {
  readonly formats: readonly PackFormat[];
  readonly onWrite: (format: PackFormat) => void;
}

/** Writes a file, in one of some formats. */
export function FileMenu({ formats, onWrite }: FileMenuProps) {
  const words = useWords().packs;
  return (
    <details className="pack-menu">
      <summary className="button">{words.write}</summary>
      <div>
        {formats.map((format) => (
          <button key={format} type="button" className="button" onClick={() => onWrite(format)}>
            {words.writeAs[format]}
          </button>
        ))}
      </div>
    </details>
  );
}
