import { useState } from 'react';
import '../../components/page.css';
import { AboutArticle } from '../../components/panel/AboutArticle';
import { CopyReference } from '../../components/panel/CopyReference';
import { Panel, type PanelState } from '../../components/panel/Panel';
import { Reprints } from '../../components/panel/Reprints';
import { InLanguage } from '../../components/words';
import { corrected } from '../../lib/identity/corrected';
import { askBackground, askNotes } from '../../lib/messages';
import type { EntryId, SavedArticle, StoreFailureReason } from '../../lib/model';
import { report } from '../../lib/report';
import { writeSetting } from '../../lib/settings';
import { localDay } from '../../lib/text/dates';
import { mount } from '../pages/mount';
import { copy } from '../pages/copy';
import { offered } from '../pages/offered';
import { openEntry, openNewEntry } from '../pages/openEntry';
import { switchSiteOn } from '../pages/sites';
import { useNotes } from '../pages/useNotes';
import { usePage, useTab } from '../pages/usePage';
import { useRecord } from '../pages/useRecord';
import { useSettings, useTitle } from '../pages/useSettings';
import { Notes } from './Notes';
import { useWritings } from './useWritings';

function App() {
  const settings = useSettings();
  const tabId = useTab();
  const { state: page, jump, host, readFrames, found } = usePage(tabId);
  const { record, ...onRecord } = useRecord(tabId, page, found);
  const state = withCorrections(page, record?.article ?? null);
  const [failure, setFailure] = useState<StoreFailureReason | null>(null);
  const notes = useNotes(tabId, readFrames);
  const writings = useWritings();
  useTitle(settings, (words) => words.panel.pageTitle);
  if (settings === null) return null;
  const date = state.is === 'read' ? state.article.publishedAt : null;
  const switchOnHere = () => {
    if (host !== null) void switchSiteOn(host).catch((error: unknown) => report('switching the site', error));
  };
  const done = async (outcome: Promise<StoreFailureReason | null>) => {
    const reason = await outcome;
    setFailure(reason);
    return reason === null;
  };
  return (
    <InLanguage value={settings.language}>
      <Panel
        state={state}
        about={
          state.is === 'read' && (
            <>
              <AboutArticle
                // Another page, another form.
                key={state.article.url}
                article={state.article}
                record={record}
                failure={failure}
                onCorrect={(correction) => done(onRecord.correct(correction))}
                onUncorrect={(fact) => void done(onRecord.uncorrect([fact]))}
                onSave={() => void done(onRecord.save())}
              >
                <CopyReference
                  article={state.article}
                  today={() => localDay(new Date())}
                  style={settings.all.citationStyle}
                  copy={copy}
                />
              </AboutArticle>
              <Reprints
                record={record}
                onChoose={(id, choice) => void done(onRecord.chooseReprint(id, choice))}
                onCopy={(id) => void done(onRecord.copyReprint(id))}
                onJump={(id) => tabId !== null && void askNotes(tabId, 'jump', { id }).catch(() => undefined)}
              />
            </>
          )
        }
        notes={
          tabId !== null && (
            <Notes
              key={tabId}
              tabId={tabId}
              notes={notes}
              frames={readFrames}
              writings={writings}
              names={settings.all.colourNames}
            />
          )
        }
        noteCount={notes.state.is === 'listed' ? notes.state.notes.length : null}
        onJump={jump}
        onOpen={(id: EntryId) => askBackground('card', { id, date })}
        onShowMarks={() => void writeSetting('marksVisible', true)}
        onSwitchOn={switchOnHere}
        onLibrary={(id) => void openEntry(id)}
        onAdd={(card) => state.is === 'read' && void openNewEntry(offered(card, card.name, state.article))}
        copy={copy}
      />
    </InLanguage>
  );
}

function withCorrections(page: PanelState, saved: SavedArticle | null): PanelState {
  return page.is === 'read' ? { ...page, article: corrected(page.article, saved) } : page;
}

mount(<App />);
