import { useCallback, useEffect, useRef, useState } from 'react';
import { BackupPage, type BackupStep, type FolderState } from '../../../components/exchange/BackupPage';
import { hrefOf } from '../../../components/library/route';
import { useLanguage, useWords } from '../../../components/words';
import { problemSentence } from '../../../lib/export/sentence';
import { report } from '../../../lib/report';
import { BACKUPS_KEPT, writeBackups, type Settings } from '../../../lib/settings';
import { openDatabase } from '../../../lib/store/database';
import { backupFolder, keepBackupFolder } from '../../../lib/store/folders';
import { backUp, type BackedUp } from './backingUp';
import { isPermitted } from '../../pages/backupFolder';
import { askPermission, canUseFolders, chooseFolder, filesIn } from './folder';
import { look } from './runningImport';
import { failureSentence } from './sentences';

/** Backups, by hand and by themselves. */
export default function BackupRoom({ settings }: { readonly settings: Settings }) {
  const words = useWords();
  const language = useLanguage();
  const [step, setStep] = useState<BackupStep>({ is: 'idle' });
  const [folder, setFolder] = useState<FolderState>({ is: canUseFolders() ? 'none' : 'unsupported' });
  const life = useRef<AbortController | null>(null);
  useEffect(() => () => life.current?.abort(), []);
  const readFolder = useCallback(() => {
    if (canUseFolders()) folderNow().then(setFolder, (error: unknown) => report('the folder for backups', error));
  }, []);
  useEffect(readFolder, [readFolder, settings.lastBackup]);

  const start = async () => {
    const now = new AbortController();
    life.current = now;
    setStep({ is: 'writing', done: 0, total: 0 });
    setStep(stepFor(await backUp('hand', setStep, now.signal)));
    readFolder();
  };
  const change = async (act: () => Promise<unknown>) => {
    await act().catch((error: unknown) => {
      report('the folder for backups', error);
      setStep({ is: 'told', how: 'badly', sentence: words.exchange.failures.denied });
    });
    readFolder();
  };
  return (
    <BackupPage
      step={step}
      last={settings.lastBackup}
      failure={failure()}
      every={settings.backupEvery}
      kept={settings.backupsKept}
      keptBounds={BACKUPS_KEPT}
      folder={folder}
      onBackUp={() => void start()}
      onCancel={() => life.current?.abort()}
      onEvery={(backupEvery) => void writeBackups({ backupEvery })}
      onKept={(backupsKept) => void writeBackups({ backupsKept })}
      onChooseFolder={() =>
        void change(async () => {
          const handle = await chooseFolder();
          if (handle !== null) await keepBackupFolder(await openDatabase(), { handle, files: [] });
        })
      }
      onAllowFolder={() =>
        void change(async () => {
          const kept = await backupFolder(await openDatabase());
          if (kept !== null) await askPermission(kept.handle);
        })
      }
      onForgetFolder={() => void change(async () => keepBackupFolder(await openDatabase(), null))}
      onRestore={(file) => {
        look([file]);
        location.hash = hrefOf({ view: 'import' });
      }}
    />
  );

  function failure(): Parameters<typeof BackupPage>[0]['failure'] {
    const { backupFailure } = settings;
    if (backupFailure === null) return null;
    const { at, why } = backupFailure;
    const sentence = why === 'wrong' ? words.exchange.wrong : failureSentence(why, words);
    return { at, sentence, isWithdrawn: why === 'withdrawn' };
  }

  function stepFor(done: BackedUp): BackupStep {
    const { exchange } = words;
    switch (done.is) {
      case 'kept':
        return { is: 'told', how: 'well', sentence: done.where === 'folder' ? exchange.verified : exchange.downloaded };
      case 'wrong': {
        const sentence = exchange.notVerified(problemSentence(done.problem, language));
        return { is: 'told', how: 'badly', sentence };
      }
      case 'failed':
        return { is: 'told', how: 'badly', sentence: failureSentence(done.why, words) };
      case 'cancelled':
        return { is: 'told', how: 'well', sentence: exchange.cancelled };
      case 'busy':
        return { is: 'told', how: 'well', sentence: exchange.backingUp };
    }
  }
}

async function folderNow(): Promise<FolderState> {
  const kept = await backupFolder(await openDatabase());
  if (kept === null) return { is: 'none' };
  const { handle, files } = kept;
  if (!(await isPermitted(handle))) return { is: 'asks', name: handle.name, files: [] };
  return { is: 'ready', name: handle.name, files: await filesIn(handle, files) };
}
