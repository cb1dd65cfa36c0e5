import { useEffect, useState } from 'react';
import type { Language } from '../../lib/model';
import { report } from '../../lib/report';
import { languageOf, onSettingsChanged, readSettings, type Settings } from '../../lib/settings';
import { wordsOf } from '../../lib/words/words';
import type { Words } from '../../lib/words/zh';

export interface LiveSettings {
  readonly all: Settings;
  readonly language: Language;
  /** Shows a change at once, while it is being written. */
  readonly show: (change: Partial<Settings>) => void;
}

/** Names the page in the reader's language. */
export function useTitle(settings: LiveSettings | null, title: (words: Words) => string): void {
  const text = settings === null ? null : title(wordsOf(settings.language));
  useEffect(() => {
    if (text !== null) document.title = text;
  }, [text]);
}

/** The settings, read again whenever they change anywhere; null until first read. Sets the page's language. */
export function useSettings(): LiveSettings | null {
  const [settings, setSettings] = useState<LiveSettings | null>(null);
  useEffect(() => {
    const life = new AbortController();
    const read = async () => {
      const all = await readSettings();
      if (life.signal.aborted) return;
      const show = (change: Partial<Settings>) => take({ ...all, ...change }, show);
      take(all, show);
    };
    const take = (all: Settings, show: LiveSettings['show']) => {
      const language = languageOf(all);
      document.documentElement.lang = wordsOf(language).lang;
      setSettings({ all, language, show });
    };
    const again = () => void read().catch((error: unknown) => report('reading the settings', error));
    onSettingsChanged(again, life.signal);
    again();
    return () => life.abort();
  }, []);
  return settings;
}
