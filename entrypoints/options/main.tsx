import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import '../../components/page.css';
import { Settings } from '../../components/settings/Settings';
import { InLanguage } from '../../components/words';
import { askBackground } from '../../lib/messages';
import type { Exception, Pack } from '../../lib/model';
import { writeKind, writeSetting, writeSite } from '../../lib/settings';
import { DEFAULT_SITES, siteOf } from '../../lib/sites';
import { wordsOf } from '../../lib/words/words';
import { useSettings, useTitle } from '../pages/useSettings';

function App() {
  const settings = useSettings();
  const [exceptions, setExceptions] = useState<readonly Exception[]>([]);
  const [shortcuts, setShortcuts] = useState<Record<string, string>>({});
  const [pack, setPack] = useState<Pack | null>(null);

  useEffect(() => {
    void askBackground('exceptions', null).then(setExceptions);
    void browser.commands.getAll().then((commands) => {
      setShortcuts(Object.fromEntries(commands.map(({ name, shortcut }) => [name ?? '', shortcut ?? ''])));
    });
    void fetch('/pack.json').then(async (answer) => setPack((await answer.json()) as Pack));
  }, []);

  useTitle(settings, (words) => words.options.title);
  if (settings === null) return null;
  const { all, language, show } = settings;
  const hosts = Object.keys(all.sites).sort();
  const undo = async (id: string) => {
    await askBackground('undoWrongHere', { id });
    setExceptions(await askBackground('exceptions', null));
  };
  return (
    <InLanguage value={language}>
      <Settings
        language={all.language}
        style={all.markStyle}
        kinds={all.kinds}
        commonPhrases={all.commonPhrases}
        addedSites={hosts.filter((host) => all.sites[host] === 'on' && siteOf(host) === null)}
        offSites={hosts.filter((host) => all.sites[host] === 'off')}
        defaultSites={DEFAULT_SITES.map((site) => site.host)}
        exceptions={exceptions}
        shortcuts={shortcuts}
        reference={
          pack === null
            ? ''
            : wordsOf(language).options.referenceLine(
                pack.title[language],
                pack.version,
                pack.entries.length,
                pack.asOf,
              )
        }
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
        onForgetSite={(host) => void writeSite(host, null)}
        onUndo={(id) => void undo(id)}
        onWelcome={() => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })}
      />
    </InLanguage>
  );
}

createRoot(document.getElementById('root')!).render(<App />);
