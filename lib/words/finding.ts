import type { Finding } from '../check/finding';
import type { Language } from '../model';
import { wordsOf } from './words';

/** What is wrong with a finding, as a sentence that says only what the reference has. */
export function findingSentence({ what }: Finding, language: Language): string {
  const { check, punctuation } = wordsOf(language);
  switch (what.is) {
    case 'wording':
      return check.wording(what.attested);
    case 'pairing':
      return check.pairing(what.attested);
    case 'order':
      return check.order(what.attested);
    case 'members':
      return check.members(what.missing.join(punctuation.items), what.attested);
    case 'member':
      return check.member(what.attested);
    case 'validity':
      return check.validity(what.attested, what.to, what.note?.[language] ?? null);
    case 'name':
      return check.name(what.attested, what.office);
    case 'office':
      switch (what.how) {
        case 'other-office':
          return check.otherOffice(what.who, what.on, what.office);
        case 'held-by':
          return check.heldBy(what.who, what.on, what.office);
        case 'ended':
          return check.ended(what.who, what.on, what.office);
        case 'not-yet':
          return check.notYet(what.who, what.on, what.office, what.before);
      }
  }
}
