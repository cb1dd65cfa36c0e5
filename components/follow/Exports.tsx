import { useWords } from '../words';
import { pictureAsPng, pictureAsSvg, save, tableAsCsv } from './exports';
import type { Table } from './FollowTable';

interface ExportsProps {
  /** Of what: a part of the file's name. */
  readonly of: string;
  readonly table: Table;
  /** The picture, where there is one. */
  readonly drawn?: () => SVGSVGElement | null;
}

/** Buttons that save what is shown. */
export function Exports({ of, table, drawn }: ExportsProps) {
  const words = useWords().follow;
  const name = `${words.fileName}-${of}`;
  const svg = () => {
    const picture = drawn?.();
    if (picture) save(`${name}.svg`, new Blob([pictureAsSvg(picture)], { type: 'image/svg+xml' }));
  };
  const png = async () => {
    const picture = drawn?.();
    const blob = picture ? await pictureAsPng(picture) : null;
    if (blob !== null) save(`${name}.png`, blob);
  };
  return (
    <p className="follow-exports" role="group" aria-label={words.exports}>
      <span className="soft" aria-hidden>
        {words.exports}
      </span>
      <button type="button" className="button" onClick={() => save(`${name}.csv`, tableAsCsv(table))}>
        {words.asCsv}
      </button>
      {drawn !== undefined && (
        <>
          <button type="button" className="button" onClick={svg}>
            {words.asSvg}
          </button>
          <button type="button" className="button" onClick={() => void png()}>
            {words.asPng}
          </button>
        </>
      )}
    </p>
  );
}
