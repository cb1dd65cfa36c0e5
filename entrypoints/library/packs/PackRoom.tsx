import { useCallback } from 'react';
import { FileMenu } from '../../../components/packs/FileMenu';
import { PackDetail } from '../../../components/packs/PackDetail';
import type { Route } from '../../../components/library/route';
import { useLanguage } from '../../../components/words';
import { askBackground } from '../../../lib/messages';
import { knownBeside } from '../../../lib/packs/conflicts';
import { Previewing } from '../../../lib/packfiles/preview';
import { report } from '../../../lib/report';
import type { Database } from '../../../lib/store/database';
import type { PackRow } from '../../../lib/packs/packRow';
import { entriesOf, removePack, rollBack } from '../../../lib/store/packs';
import { database } from './database';
import type { LiveReference } from './useReference';
import { useStored } from './useStored';
import { contentOf, savePack } from './writingPack';

interface PackRoomProps {
  readonly row: PackRow;
  readonly reference: LiveReference;
  readonly go: (route: Route, isStep: boolean) => void;
}

/** Entries of which conflicts are looked for and names are shown. */
const LOOKED_AT = 20_000;
const LISTED = 100;

export function PackRoom({ row, reference: { lexicon }, go }: PackRoomProps) {
  const language = useLanguage();
  const look = useCallback(
    async (base: Database) => {
      const previewing = new Previewing(knownBeside(lexicon, row.id, language), new Map());
      const names: { readonly id: string; readonly name: string }[] = [];
      let looked = 0;
      for await (const some of entriesOf(base, row)) {
        for (const entry of some) {
          previewing.take(entry, '');
          if (names.length < LISTED) names.push({ id: entry.id, name: entry.name });
        }
        looked += some.length;
        if (looked >= LOOKED_AT) break;
      }
      return { names, conflicts: previewing.found() };
    },
    [lexicon, row, language],
  );
  const looked = useStored(look);
  const act = (doing: (base: Database) => Promise<unknown>) =>
    database()
      .then(doing)
      .then(() => askBackground('wroteReference', null))
      .catch((error: unknown) => report('changing a pack', error));
  return (
    <PackDetail
      pack={row}
      entries={looked?.names ?? []}
      conflicts={looked?.conflicts ?? { count: 0, first: [] }}
      files={
        <FileMenu
          formats={['json', 'csv', 'yomitan']}
          onWrite={(format) =>
            format !== 'patch' && void act(async (base) => savePack(await contentOf(base, row), format))
          }
        />
      }
      onRollBack={() => void act((base) => rollBack(base, row.id))}
      onRemove={() => void act((base) => removePack(base, row.id)).then(() => go({ view: 'packs' }, true))}
    />
  );
}
