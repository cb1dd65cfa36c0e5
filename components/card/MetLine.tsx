import { useWords } from '../words';

interface MetLineProps {
  readonly met: {
    readonly places: number;
    readonly articles: number;
    /** `YYYY-MM`; null: no article has a date. */
    readonly month: string | null;
    readonly notes: number;
  };
  readonly onOpen: () => void;
}

/** How often the reader has met it, as a way to where. */
export function MetLine({ met: { places, articles, month, notes }, onOpen }: MetLineProps) {
  const words = useWords().follow;
  if (articles === 0 && notes === 0) return null;
  return (
    <p className="card-met">
      <button type="button" onClick={onOpen}>
        {words.met(places, articles, month, notes)}
      </button>
    </p>
  );
}
