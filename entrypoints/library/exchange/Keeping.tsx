import { useEffect, useRef, useState } from 'react';
import { BackupReminder, type Reminder } from '../../../components/exchange/BackupReminder';
import { hrefOf } from '../../../components/library/route';
import { failedBackup, isBackupDue, oldBackup } from '../../../lib/library/backupDue';
import { report } from '../../../lib/report';
import { writeBackups, type Settings } from '../../../lib/settings';
import { askStore } from '../../pages/askStore';

interface KeepingProps {
  readonly settings: Settings;
  /** The reader is where backups are made. */
  readonly isThere: boolean;
}

/** ms. The first moments belong to what the reader came for. */
const BEGIN_AFTER = 4000;

/** Makes backups that are due, and reminds of old ones. */
export function Keeping({ settings, isThere }: KeepingProps) {
  const [notes, setNotes] = useState(0);
  const isBegun = useRef(false);
  // When the page was opened.
  const [now] = useState(() => Date.now());
  const isDue = isBackupDue(settings, now);
  useEffect(() => {
    const timer = setTimeout(() => {
      askStore('stored', null)
        .then((answer) => answer.is === 'done' && setNotes(answer.value.annotations))
        .catch((error: unknown) => report('counting what is stored', error));
    }, BEGIN_AFTER / 4);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    // Once in a page: one that fails is not tried again and again.
    if (!isDue || notes === 0 || isBegun.current) return;
    const life = new AbortController();
    const timer = setTimeout(() => {
      isBegun.current = true;
      import('./backingUp')
        .then(({ backUp }) => backUp('itself', () => {}, life.signal))
        .catch((error: unknown) => report('a backup by itself', error));
    }, BEGIN_AFTER);
    return () => clearTimeout(timer);
  }, [isDue, notes]);
  const allow = async () => {
    const { backUp } = await import('./backingUp');
    await backUp('hand', () => {}, new AbortController().signal);
  };
  const reminder = reminderOf(settings, notes, now);
  if (reminder === null || isThere) return null;
  return (
    <BackupReminder
      reminder={reminder}
      href={hrefOf({ view: 'backups' })}
      onAllow={() => void allow().catch((error: unknown) => report('a backup into the folder', error))}
      onLater={() => void writeBackups({ backupPutOff: Date.now() })}
    />
  );
}

function reminderOf(settings: Settings, notes: number, now: number): Reminder | null {
  const why = failedBackup(settings, now);
  if (why !== null) return { is: 'failed', why };
  const old = oldBackup(settings, notes, now);
  return old === null ? null : { is: 'old', ...old };
}
