import type { CitationStyle } from '../../lib/cite/citationStyle';
import { KINDS, type Bilingual, type Colour, type ColourNames, type Exception, type Kind } from '../../lib/model';
import { Switch } from '../Switch';
import { useText, useWords } from '../words';
import { ColourFields } from './ColourFields';
import { Part } from './Part';
import { ReadingLog, type ReadingLogProps } from './ReadingLog';
import { StoredFacts, type StoredState } from './StoredFacts';
import './settings.css';

type Language = 'auto' | 'zh' | 'en';
type Style = 'line' | 'faint' | 'tint';
type Amount = 'sparse' | 'normal' | 'generous';
const COMMANDS = ['toggle-marks', 'next-mention', 'previous-mention', 'open-panel', 'highlight', 'note'] as const;
/** What does the same on a page whatever the browser has set (`entrypoints/notes/keys`). */
const ON_PAGES: Readonly<Record<string, string>> = { highlight: 'Alt+Shift+H', note: 'Alt+Shift+N' };

interface SettingsProps {
  readonly language: Language;
  readonly style: Style;
  readonly kinds: Readonly<Record<Kind, boolean>>;
  readonly commonPhrases: boolean;
  readonly unlisted: boolean;
  readonly unlistedAmount: Amount;
  readonly colourNames: ColourNames;
  readonly citationStyle: CitationStyle;
  /** UTF-16 units. */
  readonly longestColourName: number;
  readonly stored: StoredState;
  readonly oldBackup: { readonly days: number | null } | null;
  readonly readingLog: ReadingLogProps;
  readonly addedSites: readonly string[];
  readonly offSites: readonly string[];
  readonly defaultSites: readonly string[];
  readonly exceptions: readonly Exception[];
  readonly shortcuts: Readonly<Record<string, string>>;
  readonly reference: {
    readonly title: Bilingual;
    readonly version: string;
    readonly entries: number;
    readonly asOf: string;
  } | null;
  readonly onLanguage: (language: Language) => void;
  readonly onStyle: (style: Style) => void;
  readonly onKind: (kind: Kind, shown: boolean) => void;
  readonly onCommonPhrases: (marked: boolean) => void;
  readonly onUnlisted: (marked: boolean) => void;
  readonly onUnlistedAmount: (amount: Amount) => void;
  readonly onColourName: (colour: Colour, name: string) => void;
  readonly onCitationStyle: (style: CitationStyle) => void;
  readonly onTrash: () => void;
  readonly onBackups: () => void;
  readonly onForgetSite: (host: string) => void;
  readonly onSwitchOn: (host: string) => void;
  readonly onUndo: (id: string) => void;
  readonly onLibrary: () => void;
  readonly onWelcome: () => void;
}

/** All settings on one page; every change holds at once. */
export function Settings(props: SettingsProps) {
  const words = useWords();
  const text = useText();
  const { options } = words;
  const { reference } = props;
  return (
    <main className="settings">
      <h1>{options.title}</h1>
      <Part title={options.language}>
        <Choice
          name="language"
          label={options.language}
          value={props.language}
          choices={options.languages}
          onChange={props.onLanguage}
        />
      </Part>
      <Part title={options.style}>
        <Choice
          name="style"
          label={options.style}
          value={props.style}
          choices={options.styles}
          onChange={props.onStyle}
        />
      </Part>
      <Part title={options.kinds}>
        {KINDS.map((kind) => (
          <Switch key={kind} checked={props.kinds[kind]} onChange={(shown) => props.onKind(kind, shown)}>
            <span className={`kind-${kind} sample`}>{words.kinds[kind]}</span>
          </Switch>
        ))}
        <Switch checked={props.commonPhrases} onChange={props.onCommonPhrases}>
          {options.common}
        </Switch>
      </Part>
      <Part title={options.unlisted}>
        <Switch checked={props.unlisted} onChange={props.onUnlisted}>
          {options.unlistedMarked}
        </Switch>
        {props.unlisted && (
          <Choice
            name="unlisted"
            label={options.unlisted}
            value={props.unlistedAmount}
            choices={options.unlistedAmounts}
            onChange={props.onUnlistedAmount}
          />
        )}
        <p className="soft">{options.unlistedHint}</p>
      </Part>
      <Part title={options.colours}>
        <ColourFields names={props.colourNames} longest={props.longestColourName} onName={props.onColourName} />
      </Part>
      <Part title={words.cite.title}>
        <Choice
          name="citation"
          label={words.cite.title}
          value={props.citationStyle}
          choices={words.cite.styles}
          onChange={props.onCitationStyle}
        />
        <p className="soft">{words.cite.hint}</p>
      </Part>
      <Part title={options.stored}>
        <StoredFacts
          stored={props.stored}
          oldBackup={props.oldBackup}
          onTrash={props.onTrash}
          onBackups={props.onBackups}
        />
      </Part>
      <Part title={words.follow.log.title}>
        <ReadingLog {...props.readingLog} />
      </Part>
      <Part title={options.sites}>
        <Sites title={options.addedSites} hosts={props.addedSites} action={options.remove} onAct={props.onForgetSite} />
        <Sites title={options.offSites} hosts={props.offSites} action={options.turnBackOn} onAct={props.onSwitchOn} />
        <details>
          <summary>{options.defaults(props.defaultSites.length)}</summary>
          <p className="soft">{options.sitesHint}</p>
          <ul className="settings-hosts">
            {props.defaultSites.map((host) => (
              <li key={host}>{host}</li>
            ))}
          </ul>
        </details>
      </Part>
      <Part title={options.wrong}>
        {props.exceptions.length === 0 ? (
          <p className="soft">{options.none}</p>
        ) : (
          <ul className="settings-list">
            {props.exceptions.map(({ id, form, site }) => (
              <li key={id}>
                <span>{options.wrongLine(form, site)}</span>
                <button type="button" className="button" onClick={() => props.onUndo(id)}>
                  {options.undo}
                  <span className="visually-hidden"> {options.wrongLine(form, site)}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={options.shortcuts}>
        <dl className="settings-keys">
          {COMMANDS.map((command) => (
            <div key={command}>
              <dt>{options.shortcutNames[command]}</dt>
              <dd>
                <kbd>{props.shortcuts[command] || ON_PAGES[command] || options.notSet}</kbd>
              </dd>
            </div>
          ))}
        </dl>
        <p className="soft">{options.shortcutsHint}</p>
      </Part>
      <Part title={options.reference}>
        {reference !== null && (
          <p>{options.referenceLine(text(reference.title), reference.version, reference.entries, reference.asOf)}</p>
        )}
        <button type="button" className="button" onClick={props.onLibrary}>
          {options.library}
        </button>{' '}
        <button type="button" className="button" onClick={props.onWelcome}>
          {options.welcome}
        </button>
      </Part>
    </main>
  );
}

interface ChoiceProps<V extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: V;
  readonly choices: Readonly<Record<V, string>>;
  readonly onChange: (value: V) => void;
}

function Choice<V extends string>({ name, label, value, choices, onChange }: ChoiceProps<V>) {
  return (
    <div role="radiogroup" aria-label={label} className="settings-choice">
      {(Object.keys(choices) as V[]).map((choice) => (
        <label key={choice}>
          <input type="radio" name={name} checked={choice === value} onChange={() => onChange(choice)} />
          {choices[choice]}
        </label>
      ))}
    </div>
  );
}

interface SitesProps {
  readonly title: string;
  readonly hosts: readonly string[];
  readonly action: (host: string) => string;
  readonly onAct: (host: string) => void;
}

function Sites({ title, hosts, action, onAct }: SitesProps) {
  const words = useWords().options;
  return (
    <>
      <h3>{title}</h3>
      {hosts.length === 0 ? (
        <p className="soft">{words.none}</p>
      ) : (
        <ul className="settings-list">
          {hosts.map((host) => (
            <li key={host}>
              <span>{host}</span>
              <button type="button" className="button" onClick={() => onAct(host)}>
                {action(host)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
