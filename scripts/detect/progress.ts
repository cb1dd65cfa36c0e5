import type { Answer } from './jobs';

/** Between two lines of progress, in ms. */
const PAUSE = 500;

/** How far a long run is, on a terminal; at its end one line of figures. Goes to standard error. */
export class Progress {
  private done = 0;
  private faults = 0;
  private mentions = 0;
  private told = 0;
  private readonly begun = Date.now();

  constructor(private readonly total: number) {}

  add(answers: readonly Answer[]): void {
    this.done += answers.length;
    for (const { isFault, mentions } of answers) {
      if (isFault) this.faults++;
      this.mentions += mentions;
    }
    if (!process.stderr.isTTY || Date.now() - this.told < PAUSE) return;
    this.told = Date.now();
    process.stderr.write(`\r${this.done} of ${this.total} files, ${this.mentions} mentions`);
  }

  end(): void {
    const seconds = (Date.now() - this.begun) / 1000;
    const rate = Math.round(this.done / Math.max(seconds, 0.001));
    const line = `${this.done} files, ${this.mentions} mentions, ${this.faults} not read, ${seconds.toFixed(1)} s (${rate} a second)`;
    process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}${line}\n`);
  }
}
