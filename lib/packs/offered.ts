import { KINDS, type Kind } from '../model';
import { partialDate } from '../text/dates';

/** What is known of an entry that the reader may want to add; as written somewhere else, so that anything may be missing. */
export interface OfferedEntry {
  readonly kind?: Kind | undefined;
  /** The words of the text. */
  readonly form?: string | undefined;
  readonly name?: string | undefined;
  readonly office?: string | undefined;
  readonly members?: readonly string[] | undefined;
  /** The article that has it. */
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly publisher?: string | undefined;
  readonly authors?: string | undefined;
  readonly page?: string | undefined;
}

const TEXTS = ['form', 'name', 'office', 'url', 'title', 'date', 'publisher', 'authors', 'page'] as const;
/** UTF-16 units: addresses of browsers end somewhere. */
const LONGEST = 2_000;

/** As parameters of an address. */
export function parametersOfOffer(offered: OfferedEntry): [string, string][] {
  return [
    ...(offered.kind === undefined ? [] : [['kind', offered.kind] as [string, string]]),
    ...TEXTS.flatMap((name): [string, string][] => {
      const value = offered[name];
      return value === undefined || value === '' ? [] : [[name, value.slice(0, LONGEST)]];
    }),
    ...(offered.members === undefined || offered.members.length === 0
      ? []
      : [['members', JSON.stringify(offered.members)] as [string, string]]),
  ];
}

/** Anybody can write an address: what is not as it should be is left out. */
export function offerIn(parameters: { get(name: string): string | null }): OfferedEntry {
  const texts = TEXTS.flatMap((name) => {
    const value = parameters.get(name)?.trim().slice(0, LONGEST) ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  const { date, url, ...rest } = Object.fromEntries(texts) as OfferedEntry;
  const kind = KINDS.find((each) => each === parameters.get('kind'));
  const members = membersIn(parameters.get('members'));
  return {
    ...rest,
    ...(kind === undefined ? {} : { kind }),
    ...(date === undefined || partialDate(date) === null ? {} : { date }),
    ...(url === undefined || !/^https?:\/\//i.test(url) ? {} : { url }),
    ...(members.length === 0 ? {} : { members }),
  };
}

function membersIn(written: string | null): string[] {
  try {
    const read: unknown = JSON.parse(written ?? '[]');
    return Array.isArray(read) ? read.filter((each): each is string => typeof each === 'string' && each !== '') : [];
  } catch {
    return [];
  }
}
