import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import '../../components/page.css';
import { Settings } from '../../components/settings/Settings';
import { InLanguage } from '../../components/words';
import { askBackground, serveOptions, type ReferenceSummary } from '../../lib/messages';
import { oldBackup } from '../../lib/library/backupDue';
import type { Exception } from '../../lib/model';
import {
  LONGEST_COLOUR_NAME,
  writeColourName,
  writeKind,
  writeReadingLog,
  writeReadingSite,
  writeSetting,
  writeSite,
} from '../../lib/settings';
import { DEFAULT_SITES } from '../../lib/sites';
import { mount } from '../pages/mount';
import { openRoom } from '../pages/openRoom';
import { switchSiteOn } from '../pages/sites';
import { useSettings, useTitle } from '../pages/useSettings';
import { useReadingLog } from './useReadingLog';
import { useStored } from './useStored';

function App() {
  const settings = useSettings();
  const stored = useStored();
  const log = useReadingLog();
  const [opened] = useState(() => Date.now());
  const [exceptions, setExceptions] = useState<readonly Exception[]>([]);
  const [shortcuts, setShortcuts] = useState<Record<string, string>>({});
  const [reference, setReference] = useState<ReferenceSummary | null>(null);

  useEffect(() => {
    const life = new AbortController();
    const exceptionsNow = (all: readonly Exception[]) => {
      setExceptions(all);
      return null;
    };
    serveOptions({ exceptions: exceptionsNow }, life.signal);
    void askBackground('exceptions', null).then(setExceptions);
    void browser.commands.getAll().then((commands) => {
      setShortcuts(Object.fromEntries(commands.map(({ name, shortcut }) => [name ?? '', shortcut ?? ''])));
    });
    void askBackground('reference', null).then(setReference);
    return () => life.abort();
  }, []);

  useTitle(settings, (words) => words.options.title);
  if (settings === null) return null;
  const { all, language, show } = settings;
  const hosts = Object.keys(all.sites).sort();
  return (
    <InLanguage value={language}>
      <Settings
        language={all.language}
        style={all.markStyle}
        kinds={all.kinds}
        commonPhrases={all.commonPhrases}
        unlisted={all.unlisted}
        unlistedAmount={all.unlistedAmount}
        colourNames={all.colourNames}
        citationStyle={all.citationStyle}
        longestColourName={LONGEST_COLOUR_NAME}
        stored={stored}
        oldBackup={stored.is === 'known' ? oldBackup(all, stored.annotations, opened) : null}
        readingLog={{
          ...log,
          isOn: all.readingLog,
          offSites: all.readingLogOff,
          onSwitch: (isOn) => {
            show({ readingLog: isOn });
            void writeReadingLog(isOn);
          },
          onSite: (site, state) => void writeReadingSite(site, state),
        }}
        addedSites={hosts.filter((host) => all.sites[host] === 'on')}
        offSites={hosts.filter((host) => all.sites[host] === 'off')}
        defaultSites={DEFAULT_SITES.map((site) => site.host)}
        exceptions={exceptions}
        shortcuts={shortcuts}
        reference={reference}
        onLanguage={(value) => {
          show({ language: value });
          void writeSetting('language', value);
        }}
        onStyle={(value) => {
          show({ markStyle: value });
          void writeSetting('markStyle', value);
        }}
        onKind={(kind, shown) => {
          show({ kinds: { ...all.kinds, [kind]: shown } });
          void writeKind(kind, shown);
        }}
        onCommonPhrases={(value) => {
          show({ commonPhrases: value });
          void writeSetting('commonPhrases', value);
        }}
        onUnlisted={(value) => {
          show({ unlisted: value });
          void writeSetting('unlisted', value);
        }}
        onUnlistedAmount={(value) => {
          show({ unlistedAmount: value });
          void writeSetting('unlistedAmount', value);
        }}
        onColourName={(colour, name) => {
          show({ colourNames: { ...all.colourNames, [colour]: name.trim() || null } });
          void writeColourName(colour, name);
        }}
        onCitationStyle={(value) => {
          show({ citationStyle: value });
          void writeSetting('citationStyle', value);
        }}
        onTrash={() => void openRoom('trash')}
        onBackups={() => void openRoom('backups')}
        onForgetSite={(host) => void writeSite(host, null)}
        onSwitchOn={(host) => void switchSiteOn(host)}
        onUndo={(id) => void askBackground('undoWrongHere', { id })}
        onLibrary={() => void browser.tabs.create({ url: browser.runtime.getURL('/library.html') })}
        onWelcome={() => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })}
      />
    </InLanguage>
  );
}

mount(<App />);
