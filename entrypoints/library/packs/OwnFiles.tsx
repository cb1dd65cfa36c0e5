import { FileMenu, type PackFormat } from '../../../components/packs/FileMenu';
import { useWords } from '../../../components/words';
import type { OwnEntry } from '../../../lib/packs/own';
import { report } from '../../../lib/report';
import { database } from './database';
import { ownContent, savePack, savePatch } from './writingPack';

interface OwnFilesProps {
  readonly own: readonly OwnEntry[];
  readonly hasCorrections: boolean;
}

/** Own entries as a pack for others, corrections as a patch. */
export function OwnFiles({ own, hasCorrections }: OwnFilesProps) {
  const { packs: words } = useWords();
  const hasEntries = own.some(({ deletedAt }) => deletedAt === null);
  const formats: PackFormat[] = [
    ...(hasEntries ? (['json', 'csv', 'yomitan'] as const) : []),
    ...(hasCorrections ? (['patch'] as const) : []),
  ];
  if (formats.length === 0) return null;
  const write = async (format: PackFormat) => {
    if (format === 'patch') return savePatch(await database());
    return savePack(ownContent(own, words.own), format);
  };
  return (
    <FileMenu
      formats={formats}
      onWrite={(format) => void write(format).catch((error: unknown) => report('writing own entries', error))}
    />
  );
}
