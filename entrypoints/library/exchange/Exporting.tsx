import { useEffect, useRef, useState } from 'react';
import { ExportDialog, type ExportChoice, type ExportState } from '../../../components/exchange/ExportDialog';
import type { TemplatePreview } from '../../../components/exchange/TemplateEditor';
import { useWords } from '../../../components/words';
import { report } from '../../../lib/report';
import { writeSetting, writeTemplate, type Settings } from '../../../lib/settings';
import type { ChosenArticle } from '../../../lib/store/exporting';
import { previewTemplate } from './previewTemplate';
import { chooseSink } from './saving';
import { failureSentence } from './sentences';
import { requestFor, writeOut } from './writing';

interface ExportingProps {
  readonly of: readonly ChosenArticle[];
  /** Null: articles were chosen. */
  readonly notes: number | null;
  readonly settings: Settings;
  readonly onClose: () => void;
}

/** ms after the last key. */
const PREVIEW_AFTER = 300;
/** Taken again when the dialog opens once more. */
let lastFormat: ExportChoice['format'] = 'markdown';

/** The dialog for exporting what was chosen. */
export default function Exporting({ of, notes, settings, onClose }: ExportingProps) {
  const words = useWords();
  const [state, setState] = useState<ExportState>({ is: 'choosing' });
  const [choice, setChoice] = useState<ExportChoice>({
    format: lastFormat,
    style: settings.citationStyle,
    template: settings.markdownTemplate,
  });
  const [preview, setPreview] = useState<TemplatePreview | null>(null);
  const life = useRef<AbortController | null>(null);
  useEffect(() => () => life.current?.abort(), []);
  const isMarkdown = choice.format === 'markdown' || choice.format === 'markdown-each';
  useEffect(() => {
    if (!isMarkdown) return;
    const meant = new AbortController();
    const timer = setTimeout(() => {
      requestFor(of.slice(0, 1), choice, settings)
        .then((request) => previewTemplate(request, meant.signal))
        .then((made) => meant.signal.aborted || setPreview(made))
        .catch((error: unknown) => report('a preview', error));
    }, PREVIEW_AFTER);
    return () => {
      clearTimeout(timer);
      meant.abort();
    };
  }, [of, isMarkdown, choice, settings]);

  const write = async (chosen: ExportChoice) => {
    const now = new AbortController();
    life.current = now;
    lastFormat = chosen.format;
    setState({ is: 'writing', done: 0, total: of.length });
    if (chosen.style !== settings.citationStyle) await writeSetting('citationStyle', chosen.style);
    if (chosen.template !== settings.markdownTemplate) await writeTemplate(chosen.template);
    const written = await writeOut(
      await requestFor(of, chosen, settings),
      chooseSink,
      (done, total) => now.signal.aborted || setState({ is: 'writing', done, total }),
      now.signal,
    );
    setState(written.is === 'failed' ? { is: 'failed', why: failureSentence(written.why, words) } : written);
  };
  return (
    <ExportDialog
      notes={notes}
      articles={of.length}
      first={choice}
      state={state}
      preview={preview}
      onChoice={(next) => {
        setChoice(next);
        setState({ is: 'choosing' });
      }}
      onExport={(chosen) => {
        write(chosen).catch((error: unknown) => {
          report('exporting', error);
          setState({ is: 'failed', why: words.exchange.failures.unwritten });
        });
      }}
      onCancel={() => life.current?.abort()}
      onClose={onClose}
    />
  );
}
