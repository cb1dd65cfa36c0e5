import { useWords } from '../words';
import './exchange.css';

interface BackupReminderProps {
  /** Since the last backup; null: there was none. */
  readonly days: number | null;
  /** Where backups are made. */
  readonly href: string;
  readonly onLater: () => void;
}

/** That the last backup is old. */
export function BackupReminder({ days, href, onLater }: BackupReminderProps) {
  const words = useWords().exchange;
  return (
    <div className="exchange-reminder" role="region" aria-label={words.backups}>
      <span>{words.old(days)}</span>
      <a href={href}>{words.toBackups}</a>
      <button type="button" className="button" onClick={onLater}>
        {words.later}
      </button>
    </div>
  );
}
