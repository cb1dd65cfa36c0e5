import { Worker } from 'node:worker_threads';
import { loadLexicon } from './detector';
import { answer, type Answer, type Job } from './jobs';
import type { Start } from './worker';

/** Jobs given to a worker at once, and characters of records after which a batch is full. */
const BATCH = 64;
const BATCH_CHARACTERS = 1 << 18;
/** Batches on the way per worker: one that it works on and one that waits. */
const AHEAD = 2;

/** Answers to jobs in their order. Takes no more jobs than it can hold until their answers are taken. */
export async function* answers(
  jobs: AsyncIterable<Job> | Iterable<Job>,
  start: Start,
  workers: number,
): AsyncGenerator<Answer[]> {
  if (workers <= 1) {
    const lexicon = loadLexicon(start.packs);
    for await (const batch of batches(jobs)) yield batch.map((job) => answer(job, lexicon, start.said));
    return;
  }
  const pool = Array.from({ length: workers }, () => new Helper(start));
  try {
    const waiting: Promise<Answer[]>[] = [];
    let next = 0;
    for await (const batch of batches(jobs)) {
      waiting.push(pool[next++ % workers]!.ask(batch));
      if (waiting.length >= workers * AHEAD) yield await waiting.shift()!;
    }
    while (waiting.length > 0) yield await waiting.shift()!;
  } finally {
    await Promise.all(pool.map((helper) => helper.end()));
  }
}

/** One worker thread; its answers come in the order of the questions. */
class Helper {
  private readonly worker: Worker;
  private readonly open: { resolve: (answers: Answer[]) => void; reject: (error: Error) => void }[] = [];
  private failure: Error | null = null;

  constructor(start: Start) {
    this.worker = new Worker(new URL(import.meta.url), { workerData: start });
    this.worker.on('message', (batch: Answer[]) => this.open.shift()?.resolve(batch));
    this.worker.on('error', (error: Error) => {
      this.failure = error;
      for (const { reject } of this.open.splice(0)) reject(error);
    });
  }

  ask(jobs: readonly Job[]): Promise<Answer[]> {
    return new Promise((resolve, reject) => {
      if (this.failure !== null) return reject(this.failure);
      this.open.push({ resolve, reject });
      this.worker.postMessage(jobs);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}

async function* batches(jobs: AsyncIterable<Job> | Iterable<Job>): AsyncGenerator<Job[]> {
  let batch: Job[] = [];
  let characters = 0;
  for await (const job of jobs) {
    batch.push(job);
    characters += 'record' in job ? job.record.length : 0;
    if (batch.length < BATCH && characters < BATCH_CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}
