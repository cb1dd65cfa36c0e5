import type { TemplatePreview } from '../../../components/exchange/TemplateEditor';
import { openWorker } from './openWorker';
import type { Answered, ExportRequest } from './protocol';

/** The first article as a template makes it; null when it could not be made. */
export async function previewTemplate(request: ExportRequest, signal: AbortSignal): Promise<TemplatePreview | null> {
  const worker = openWorker();
  const { promise, resolve } = Promise.withResolvers<TemplatePreview | null>();
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    if (data.is === 'previewed') resolve({ is: 'text', text: data.text });
    else if (data.is === 'faults') resolve(data);
    else if (data.is === 'failed') resolve(null);
  });
  signal.addEventListener('abort', () => resolve(null));
  worker.ask({ is: 'preview', request });
  const made = await promise;
  worker.terminate();
  return made;
}
