/** Corrections and "wrong here" as a file that others can apply. */
import * as v from 'valibot';
import { checkException } from '../export/rows';
import { isRecord } from '../export/json';
import type { Exception } from '../model';
import type { Correction } from '../packs/own';
import { correctionRow } from '../packs/ownRows';
import { refused, type Refused } from './opened';

const SCHEMA = 1;

export interface Patch {
  readonly is: 'patch';
  readonly corrections: readonly Correction[];
  readonly exceptions: readonly Exception[];
}

export function writePatch(corrections: readonly Correction[], exceptions: readonly Exception[]): string {
  return `${JSON.stringify({ pangzhu: 'patch', schema: SCHEMA, corrections, exceptions }, null, 2)}\n`;
}

export function isPatch(written: string): boolean {
  return /^\ufeff?\s*\{\s*"pangzhu"\s*:\s*"patch"/.test(written);
}

export function openPatch(written: string): Patch | Refused {
  let value: unknown;
  try {
    value = JSON.parse(written.replace(/^\ufeff/, ''));
  } catch {
    return refused('not-json');
  }
  if (!isRecord(value) || value.pangzhu !== 'patch') return refused('not-a-pack');
  if (value.schema !== SCHEMA) return refused('newer', String(value.schema));
  const corrections = v.safeParse(v.array(correctionRow), value.corrections ?? []);
  if (!corrections.success) return refused('head', v.getDotPath(corrections.issues[0]) ?? 'corrections');
  const exceptions: Exception[] = [];
  for (const each of Array.isArray(value.exceptions) ? (value.exceptions as unknown[]) : []) {
    const checked = checkException(each);
    if (checked.is === 'invalid') return refused('head', `exceptions: ${checked.field}`);
    exceptions.push(checked.row);
  }
  return { is: 'patch', corrections: corrections.output, exceptions };
}
