import { KINDS } from '../../lib/model';
import type { PermissionName } from '../../lib/words/zh';
import { useWords } from '../words';
import { SampleArticle } from './SampleArticle';
import './welcome.css';

interface WelcomeProps {
  /** The keys for the next mention, as the browser writes them. */
  readonly nextKeys: string | null;
  /** Those that this browser was asked for. */
  readonly permissions: readonly PermissionName[];
  readonly onOptions: () => void;
}

/** The first thing that a new reader sees: what it does, on a real text, and why it asks for what it asks. */
export function Welcome({ nextKeys, permissions, onOptions }: WelcomeProps) {
  const words = useWords();
  const { welcome } = words;
  return (
    <main className="welcome">
      <h1>{welcome.title}</h1>
      <p className="welcome-lead">{welcome.lead}</p>

      <section>
        <h2>{welcome.tryIt}</h2>
        <p>
          {welcome.tryHint} <kbd>{nextKeys ?? words.options.notSet}</kbd>
        </p>
        <SampleArticle />
        <h3>{welcome.lines}</h3>
        <ul className="welcome-kinds">
          {KINDS.map((kind) => (
            <li key={kind} className={`welcome-line-${kind}`}>
              {words.kinds[kind]}
            </li>
          ))}
        </ul>
      </section>

      <section>
        <h2>{welcome.howTitle}</h2>
        <ul>
          {welcome.how.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>

      <section>
        <h2>{welcome.permissionsTitle}</h2>
        <dl>
          {permissions.map((permission) => {
            const [name, reason] = welcome.permissions[permission];
            return (
              <div key={permission}>
                <dt>{name}</dt>
                <dd>{reason}</dd>
              </div>
            );
          })}
        </dl>
      </section>

      <section>
        <h2>{welcome.privacyTitle}</h2>
        <p>{welcome.privacy}</p>
        <button type="button" className="button" onClick={onOptions}>
          {welcome.optionsLink}
        </button>
      </section>
    </main>
  );
}
