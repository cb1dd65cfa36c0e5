/** Checks of files by the programs that will open them. */
import { spawnSync } from 'node:child_process';

type Check = () => Promise<void> | void;

let passed = 0;
let failed = 0;

export async function check(name: string, act: Check): Promise<void> {
  try {
    await act();
    passed++;
    console.log(`ok   ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export function skip(name: string, why: string): void {
  console.log(`skip ${name}: ${why}`);
}

/** Prints the last line and ends the process. */
export function finish(): never {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

export function claim(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(sentence);
}

/** What a program prints; throws with what it complains of. */
export function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw error;
  claim(status === 0, `${command} ended with ${status}: ${stderr}`);
  return stdout;
}

export function isThere(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
}
