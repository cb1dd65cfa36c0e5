import { useWords } from '../words';
import './exchange.css';

/** That the last backup is old, or why it was not made. */
export type Reminder =
  /** Days since the last; null: there was none. */
  | { readonly is: 'old'; readonly days: number | null }
  | { readonly is: 'failed'; readonly why: keyof ReturnType<typeof useWords>['exchange']['failedShort'] };

interface BackupReminderProps {
  readonly reminder: Reminder;
  /** Where backups are made. */
  readonly href: string;
  /** The folder is to be permitted again, then written to. */
  readonly onAllow: () => void;
  readonly onLater: () => void;
}

export function BackupReminder({ reminder, href, onAllow, onLater }: BackupReminderProps) {
  const words = useWords().exchange;
  const isFailed = reminder.is === 'failed';
  return (
    <div
      className={isFailed ? 'exchange-reminder is-failed' : 'exchange-reminder'}
      role="region"
      aria-label={words.backups}
    >
      <span>{isFailed ? words.failedShort[reminder.why] : words.old(reminder.days)}</span>
      {isFailed && reminder.why === 'withdrawn' && (
        <button type="button" className="button" onClick={onAllow}>
          {words.allowAgain}
        </button>
      )}
      <a href={href}>{words.toBackups}</a>
      <button type="button" className="button" onClick={onLater}>
        {words.later}
      </button>
    </div>
  );
}
