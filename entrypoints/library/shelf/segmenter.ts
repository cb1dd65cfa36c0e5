import init, { cut } from 'jieba-wasm/web';

/** Loads the segmenter with its dictionary (4 MB); it takes a moment, and 60 MB. */
export async function loadSegmenter(): Promise<(run: string) => readonly string[]> {
  await init({ module_or_path: new URL('/jieba.wasm', self.location.origin) });
  return (run) => cut(run, true);
}
