import { parentPort, workerData } from 'node:worker_threads';
import { loadLexicon, type Said } from './detector';
import { answer, type Answer, type Job } from './jobs';

/** What a worker is started with. */
export interface Start {
  readonly packs: readonly string[];
  readonly said: Said;
}

/** Answers batches of jobs, each with the list of its answers, in order. */
export function runWorker(): void {
  const { packs, said } = workerData as Start;
  const lexicon = loadLexicon(packs);
  parentPort!.on('message', (jobs: readonly Job[]) => {
    const answers: Answer[] = jobs.map((job) => answer(job, lexicon, said));
    parentPort!.postMessage(answers);
  });
}
