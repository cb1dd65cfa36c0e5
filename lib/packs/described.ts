import type { Entry, Language } from '../model';
import { CORRECTABLE, fieldsOf, type CorrectedFields } from './own';

/** What differs between two states of an entry, a field at a time, as texts. */
export function differences(
  before: Entry,
  after: Entry,
  language: Language,
): { readonly field: keyof CorrectedFields; readonly before: string; readonly after: string }[] {
  const [one, other] = [fieldsOf(before), fieldsOf(after)];
  return CORRECTABLE.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field])).map((field) => ({
    field,
    before: described(one, field, language),
    after: described(other, field, language),
  }));
}

function described(fields: CorrectedFields, field: keyof CorrectedFields, language: Language): string {
  switch (field) {
    case 'names': {
      const { zh, pinyin, en } = fields.names!;
      return [zh, pinyin, en?.text].filter(Boolean).join(' · ');
    }
    case 'gloss':
      return fields.gloss?.[language] ?? '';
    case 'members':
      return fields.members?.items.map((item) => item.zh).join('、') ?? '';
    case 'tenures':
      return (fields.tenures ?? [])
        .map(({ body, office, from, to }) => `${body ?? ''}${office} ${from ?? ''}—${to ?? ''}`)
        .join('；');
  }
}
