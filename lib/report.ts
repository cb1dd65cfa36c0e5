/** Where an unexpected error goes: the console of the context it happened in, one line, with its job. */
export function report(job: string, error: unknown): void {
  console.warn(`Pangzhu: ${job} failed:`, error);
}
