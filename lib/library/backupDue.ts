/** ms. */
const DAY = 86_400_000;
const EVERY = { daily: DAY, weekly: 7 * DAY } as const;
/** A reader who has noted this much would miss it. */
const WORTH_KEEPING = 20;
/** Days after which a backup is old where none is made by itself; by itself one may be late once. */
const OLD_AFTER = 14;
const PUT_OFF_FOR = 7;

interface Backups {
  readonly backupEvery: 'off' | keyof typeof EVERY;
  readonly lastBackup: { readonly at: number } | null;
  readonly backupPutOff: number | null;
}

interface Failing<Why> extends Backups {
  readonly backupFailure: { readonly why: Why } | null;
}

/** Whether a backup is to be made by itself now. */
export function isBackupDue({ backupEvery, lastBackup }: Backups, now: number): boolean {
  if (backupEvery === 'off') return false;
  return lastBackup === null || now - lastBackup.at >= EVERY[backupEvery] || lastBackup.at > now;
}

/** Why the last backup by itself was not made, if the reader is to be told. */
export function failedBackup<Why>(backups: Failing<Why>, now: number): Why | null {
  const { backupEvery, backupFailure } = backups;
  return backupEvery === 'off' || backupFailure === null || isPutOff(backups, now) ? null : backupFailure.why;
}

/** What the reader is reminded of: a backup that is so many days old, or none at all; null: all is well. */
export function oldBackup(backups: Backups, notes: number, now: number): { readonly days: number | null } | null {
  const { lastBackup } = backups;
  if (notes < WORTH_KEEPING || isPutOff(backups, now)) return null;
  if (lastBackup === null) return { days: null };
  const days = Math.floor((now - lastBackup.at) / DAY);
  return days >= OLD_AFTER ? { days } : null;
}

function isPutOff({ backupPutOff }: Backups, now: number): boolean {
  return backupPutOff !== null && now - backupPutOff < PUT_OFF_FOR * DAY;
}
