import type { StoreFailureReason } from '../model';

/** The store did not do what it was asked, and changed nothing. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';

  constructor(
    readonly reason: StoreFailureReason,
    cause?: unknown,
  ) {
    super(`the store: ${reason}${cause instanceof Error ? ` (${cause.name}: ${cause.message})` : ''}`, { cause });
  }
}

/** Runs what uses the database; whatever goes wrong in it is a StoreFailure. */
export async function failing<T>(act: () => PromiseLike<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw failureOf(error);
  }
}

export function failureOf(error: unknown): StoreFailure {
  if (error instanceof StoreFailure) return error;
  const names = namesIn(error);
  if (names.includes('QuotaExceededError')) return new StoreFailure('full', error);
  if (names.includes('VersionError')) return new StoreFailure('newer', error);
  return new StoreFailure('failed', error);
}

/** The names of an error and of those that it came from: Dexie wraps them, in bulk writes by the dozen. */
function namesIn(error: unknown, depth = 0): string[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { name, inner, cause, failures } = error as Record<string, unknown>;
  const within = [inner, cause, ...(Array.isArray(failures) ? failures : [])];
  return [String(name), ...within.flatMap((each) => namesIn(each, depth + 1))];
}
