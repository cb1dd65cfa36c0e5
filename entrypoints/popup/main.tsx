import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import '../../components/page.css';
import { Popup, type PopupSite } from '../../components/popup/Popup';
import type { PanelState } from '../../components/panel/Panel';
import { SavedText } from '../../components/panel/SavedText';
import { InLanguage } from '../../components/words';
import { askBackground } from '../../lib/messages';
import type { Kind, StoreFailureReason } from '../../lib/model';
import { failedBackup } from '../../lib/library/backupDue';
import { report } from '../../lib/report';
import { writeSetting, type Settings } from '../../lib/settings';
import { wordsOf } from '../../lib/words/words';
import type { Words } from '../../lib/words/zh';
import { mount } from '../pages/mount';
import { openPanel } from '../pages/openPanel';
import { siteOfTab, switchSiteOff, switchSiteOn } from '../pages/sites';
import { usePage, useTab } from '../pages/usePage';
import { useRecord } from '../pages/useRecord';
import { useSettings, useTitle } from '../pages/useSettings';

function App() {
  const settings = useSettings();
  const tabId = useTab();
  const { state, found } = usePage(tabId);
  const { record, save } = useRecord(tabId, state, found);
  const [failure, setFailure] = useState<StoreFailureReason | null>(null);
  const [site, setSite] = useState<PopupSite | null>(null);
  const [shortcut, setShortcut] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const [windowId, setWindowId] = useState<number | null>(null);

  useEffect(() => {
    if (tabId !== null && settings !== null) void siteOfTab(tabId, settings.all).then(setSite);
  }, [tabId, settings]);
  useEffect(() => {
    void browser.windows.getCurrent().then(({ id }) => setWindowId(id ?? null));
    void browser.commands.getAll().then((commands) => {
      setShortcut(commands.find((command) => command.name === 'toggle-marks')?.shortcut || null);
    });
  }, []);

  useTitle(settings, (words) => words.name);
  if (settings === null || tabId === null || site === null) return null;
  const switchSite = async (on: boolean) => {
    if (site.is === 'closed') return;
    if (!on) return switchSiteOff(site.host);
    const permitted = await switchSiteOn(site.host);
    setRefused(!permitted);
    if (permitted) await askBackground('readTab', { tabId });
  };
  const failed = (job: string) => (error: unknown) => report(job, error);
  return (
    <InLanguage value={settings.language}>
      <Popup
        site={site}
        counts={countsOf(state)}
        saved={
          state.is === 'read' && (
            <>
              {failure !== null && <p role="alert">{wordsOf(settings.language).notes.failures[failure]}</p>}
              <SavedText record={record} edits="counted" onSave={() => void save().then(setFailure)} onCorrect={null} />
            </>
          )
        }
        notice={noticeOf(settings.all, wordsOf(settings.language).exchange)}
        visible={settings.all.marksVisible}
        shortcut={shortcut}
        refused={refused}
        onSite={(on) => void switchSite(on).catch(failed('switching the site'))}
        onOnce={() => void askBackground('readTab', { tabId }).catch(failed('reading the page once'))}
        onVisible={(visible) => {
          settings.show({ marksVisible: visible });
          void writeSetting('marksVisible', visible);
        }}
        onPanel={() => windowId !== null && void openPanel({ windowId }).then(close, failed('opening the panel'))}
        onLibrary={() => void browser.tabs.create({ url: browser.runtime.getURL('/library.html') }).then(close)}
        onOptions={() => void browser.runtime.openOptionsPage().then(close)}
      />
    </InLanguage>
  );
}

function noticeOf(settings: Settings, { failedShort }: Words['exchange']): string | null {
  const why = failedBackup(settings, Date.now());
  return why === null ? null : failedShort[why];
}

function countsOf(state: PanelState): Partial<Record<Kind, number>> | null {
  if (state.is !== 'read') return null;
  const counts: Partial<Record<Kind, number>> = {};
  for (const { card } of state.rows) counts[card.entry.kind] = (counts[card.entry.kind] ?? 0) + 1;
  return counts;
}

mount(<App />);
