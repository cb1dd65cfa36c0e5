import { createRoot } from 'react-dom/client';
import '../../components/page.css';
import { NoteList } from '../../components/panel/NoteList';
import { Panel } from '../../components/panel/Panel';
import { InLanguage } from '../../components/words';
import { askBackground } from '../../lib/messages';
import type { EntryId } from '../../lib/model';
import { report } from '../../lib/report';
import { writeSetting } from '../../lib/settings';
import { localDay } from '../../lib/text/dates';
import { copy } from '../pages/copy';
import { openEntry } from '../pages/openEntry';
import { switchSiteOn } from '../pages/sites';
import { useNotes } from '../pages/useNotes';
import { usePage, useTab } from '../pages/usePage';
import { useSettings, useTitle } from '../pages/useSettings';

function App() {
  const settings = useSettings();
  const tabId = useTab();
  const { state, jump, host } = usePage(tabId);
  const notes = useNotes(tabId, state);
  useTitle(settings, (words) => words.panel.pageTitle);
  if (settings === null) return null;
  const date = state.is === 'read' ? state.article.publishedAt : null;
  const switchOnHere = () => {
    if (host !== null) void switchSiteOn(host).catch((error: unknown) => report('switching the site', error));
  };
  return (
    <InLanguage value={settings.language}>
      <Panel
        state={state}
        today={() => localDay(new Date())}
        citationStyle={settings.all.citationStyle}
        notes={
          <NoteList
            notes={notes.notes}
            deleted={notes.deleted}
            onJump={notes.jump}
            onDelete={(id) => void notes.remove(id)}
            onRestore={(id) => void notes.restore(id)}
          />
        }
        onJump={jump}
        onOpen={(id: EntryId) => askBackground('card', { id, date })}
        onShowMarks={() => void writeSetting('marksVisible', true)}
        onSwitchOn={switchOnHere}
        onLibrary={(id) => void openEntry(id)}
        copy={copy}
      />
    </InLanguage>
  );
}

createRoot(document.getElementById('root')!).render(<App />);
