import { useState } from 'react';
import type { Day } from '../../lib/model';
import { fullDate } from '../../lib/text/dates';
import { Confirm } from '../Confirm';
import { Switch } from '../Switch';
import { useWords } from '../words';

/** What is in the log; null until it is known. */
export interface LogFacts {
  readonly all: number;
  readonly sites: readonly { readonly site: string; readonly count: number }[];
  readonly first: Day | null;
  readonly last: Day | null;
}

export interface ReadingLogProps {
  readonly isOn: boolean;
  readonly offSites: readonly string[];
  readonly log: LogFacts | null;
  /** How many were erased last; null: none yet. */
  readonly erased: number | null;
  readonly onSwitch: (isOn: boolean) => void;
  readonly onSite: (site: string, state: 'on' | 'off') => void;
  /** Both days included. */
  readonly onErase: (what: {
    readonly site: string | null;
    readonly from: Day | null;
    readonly to: Day | null;
  }) => void;
}

/** Rows of sites shown. */
const MOST_SITES = 50;
const ALL = { site: null, from: null, to: null } as const;

/** The log of reading: what is stored is said before it can be switched on, and everything in it can be erased. */
export function ReadingLog({ isOn, offSites, log, erased, onSwitch, onSite, onErase }: ReadingLogProps) {
  const words = useWords().follow.log;
  return (
    <>
      <p className="soft" id="reading-log">
        {words.stored}
      </p>
      <Switch checked={isOn} onChange={onSwitch}>
        {words.on}
      </Switch>
      {log !== null && (
        <p>
          {words.count(log.all)} {log.first !== null && log.last !== null && words.since(log.first, log.last)}
        </p>
      )}
      <p role="status">{erased !== null && words.erased(erased)}</p>
      {log !== null && log.all > 0 && (
        <>
          <h3>{words.sites}</h3>
          <ul className="settings-list">
            {log.sites.slice(0, MOST_SITES).map(({ site, count }) => (
              <li key={site}>
                <span>
                  {site} · {words.count(count)}
                </span>
                {!offSites.includes(site) && (
                  <button type="button" className="button" onClick={() => onSite(site, 'off')}>
                    {words.off}
                    <span className="visually-hidden"> {site}</span>
                  </button>
                )}
                <Confirm
                  label={words.erase}
                  of={site}
                  question={words.eraseSiteQuestion(site, count)}
                  yes={words.erase}
                  onConfirm={() => onErase({ ...ALL, site })}
                />
              </li>
            ))}
          </ul>
          <Period first={log.first} last={log.last} onErase={(from, to) => onErase({ site: null, from, to })} />
          <Confirm
            label={words.eraseAll}
            question={words.eraseAllQuestion(log.all)}
            yes={words.erase}
            onConfirm={() => onErase(ALL)}
          />
        </>
      )}
      <OffSites sites={offSites} onSite={onSite} />
    </>
  );
}

interface PeriodProps {
  readonly first: Day | null;
  readonly last: Day | null;
  readonly onErase: (from: Day, to: Day) => void;
}

function Period({ first, last, onErase }: PeriodProps) {
  const words = useWords().follow.log;
  const [from, setFrom] = useState<Day | null>(first);
  const [to, setTo] = useState<Day | null>(last);
  return (
    <fieldset className="settings-period">
      <legend>{words.erasePeriod}</legend>
      <label>
        {words.from} <input type="date" value={from ?? ''} onChange={({ target }) => setFrom(fullDate(target.value))} />
      </label>
      <label>
        {words.to} <input type="date" value={to ?? ''} onChange={({ target }) => setTo(fullDate(target.value))} />
      </label>
      {from !== null && to !== null && from <= to && (
        <Confirm
          label={words.erasePeriod}
          question={words.erasePeriodQuestion(from, to)}
          yes={words.erase}
          onConfirm={() => onErase(from, to)}
        />
      )}
    </fieldset>
  );
}

function OffSites({
  sites,
  onSite,
}: {
  readonly sites: readonly string[];
  readonly onSite: ReadingLogProps['onSite'];
}) {
  const words = useWords().follow.log;
  const [typed, setTyped] = useState('');
  const host = hostIn(typed);
  return (
    <>
      <h3>{words.offSites}</h3>
      <ul className="settings-list">
        {sites.map((site) => (
          <li key={site}>
            <span>{site}</span>
            <button type="button" className="button" onClick={() => onSite(site, 'on')}>
              {words.again}
              <span className="visually-hidden"> {site}</span>
            </button>
          </li>
        ))}
      </ul>
      <form
        className="settings-period"
        onSubmit={(event) => {
          event.preventDefault();
          if (host === null) return;
          onSite(host, 'off');
          setTyped('');
        }}
      >
        <label>
          {words.addSite}{' '}
          <input value={typed} placeholder="www.example.gov.cn" onChange={({ target }) => setTyped(target.value)} />
        </label>
        <button type="submit" className="button" disabled={host === null}>
          {words.add}
        </button>
      </form>
    </>
  );
}

/** The host that is meant by what was typed: a name, or a whole address. */
function hostIn(typed: string): string | null {
  const address = /^[a-z]+:\/\//i.test(typed.trim()) ? typed.trim() : `http://${typed.trim()}`;
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return host.includes('.') ? host : null;
}
