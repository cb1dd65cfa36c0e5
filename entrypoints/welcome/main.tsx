import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import '../../components/page.css';
import { Welcome } from '../../components/welcome/Welcome';
import { InLanguage } from '../../components/words';
import { lineStyles, markStyles } from '../../lib/page/styles';
import { PERMISSIONS } from '../../lib/words/zh';
import { mount } from '../pages/mount';
import { useSettings, useTitle } from '../pages/useSettings';

/** Firefox has a sidebar without asking. */
const ASKED = PERMISSIONS.filter((name) => name !== 'sidePanel' || !import.meta.env.FIREFOX);

function App() {
  const settings = useSettings();
  const [keys, setKeys] = useState<string | null>(null);
  useEffect(() => {
    void browser.commands.getAll().then((commands) => {
      setKeys(commands.find((command) => command.name === 'next-mention')?.shortcut || null);
    });
  }, []);
  // The page is read like any other, by the same scripts; an extension's page has to bring them itself.
  const isReady = settings !== null;
  useEffect(() => {
    if (isReady) void readThisPage();
  }, [isReady]);
  useTitle(settings, (words) => words.welcome.title);
  if (settings === null) return null;
  return (
    <InLanguage value={settings.language}>
      <style>
        {markStyles(settings.all.markStyle, 'USER') +
          markStyles(settings.all.markStyle, 'AUTHOR') +
          lineStyles('welcome-line-')}
      </style>
      <Welcome nextKeys={keys} permissions={ASKED} onOptions={() => void browser.runtime.openOptionsPage()} />
    </InLanguage>
  );
}

async function readThisPage(): Promise<void> {
  for (const src of ['/overlay.js', '/article.js', '/content.js']) {
    if (document.querySelector(`script[src="${src}"]`) !== null) continue;
    await new Promise((resolve) => {
      const script = document.createElement('script');
      script.src = src;
      script.onload = resolve;
      document.head.append(script);
    });
  }
}

mount(<App />);
