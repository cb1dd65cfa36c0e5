import { useRef, useState } from 'react';
import type { EntryName, FollowedKey } from '../../lib/model';
import { ChipField, type Chip } from '../notes/ChipField';
import { useWords } from '../words';
import { MOST_FOLLOWED } from './look';

interface PickerProps {
  readonly of: readonly FollowedKey[];
  readonly nameOf: (key: FollowedKey) => string;
  readonly find: (query: string) => Promise<readonly EntryName[]>;
  readonly onPick: (of: readonly FollowedKey[]) => void;
}

/** Chooses what is followed, as entries are searched elsewhere. Enter takes the likest. */
export function Picker({ of, nameOf, find, onPick }: PickerProps) {
  const words = useWords().follow;
  const [typed, setTyped] = useState('');
  const offered = useRef<{ readonly asked: string; readonly chips: readonly Chip[] }>({ asked: '', chips: [] });
  const suggest = async (asked: string): Promise<readonly Chip[]> => {
    if (asked.trim() === '') return [];
    const chips = (await find(asked)).map(({ id, zh }) => ({ id, name: zh }));
    offered.current = { asked, chips };
    return chips;
  };
  const make = (text: string): Chip | null => {
    const { asked, chips } = offered.current;
    return chips.find(({ name }) => name === text.trim()) ?? (asked === text ? (chips[0] ?? null) : null);
  };
  return (
    <div className="follow-picker">
      <ChipField
        label={words.pick}
        chips={of.map((id) => ({ id, name: nameOf(id) }))}
        typed={typed}
        onTyped={setTyped}
        onChips={(chips) => onPick(chips.slice(0, MOST_FOLLOWED).map(({ id }) => id as FollowedKey))}
        suggest={suggest}
        make={make}
      />
      <p className="soft">
        {of.length >= MOST_FOLLOWED ? words.tooMany(MOST_FOLLOWED) : words.pickHint(MOST_FOLLOWED)}
      </p>
    </div>
  );
}
