import type { Finding } from '../check/finding';
import type { Language } from '../model';
import { fullOffice } from '../reference/tenures';
import { placeOf } from './office';
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
    case 'office': {
      const place = placeOf(what.tenure, language);
      const office = fullOffice(what.tenure) + (place === null ? '' : check.ofPlace(place));
      switch (what.how) {
        case 'other-office':
          return check.otherOffice(what.who, what.on, office);
        case 'held-by':
          return check.heldBy(what.who, what.on, office);
        case 'ended':
          return check.ended(what.who, what.on, office);
        case 'not-yet':
          return check.notYet(what.who, what.on, office, what.before);
      }
    }
  }
}
