import type { Language, Reason } from '../../lib/model';
import { nameOfPlace } from '../../lib/words/places';
import type { Words } from '../../lib/words/zh';
import { useLanguage, useWords } from '../words';

/** Why a mention was marked, in words. */
export function Why({ reasons }: { readonly reasons: readonly Reason[] }) {
  const words = useWords();
  const language = useLanguage();
  return (
    <details>
      <summary>{words.card.why}</summary>
      <ul className="card-lines">
        {reasons.map((reason) => (
          <li key={reason.is}>{sentenceOf(reason, words, language)}</li>
        ))}
      </ul>
    </details>
  );
}

function sentenceOf(reason: Reason, { why }: Words, language: Language): string {
  switch (reason.is) {
    case 'form':
      return why.form;
    case 'quoted':
      return why.quoted;
    case 'context':
      return why.context(reason.word);
    case 'full-form':
      return why.fullForm(reason.form);
    case 'place':
      return why.place(nameOfPlace(reason.place, language), why.placeBy[reason.by]);
    case 'title':
      return why.title(reason.title);
    case 'list':
      return why.list(reason.title);
    case 'appointment':
      return why.appointment(reason.office);
    case 'activity':
      return why.activity(reason.verb);
    case 'period':
      return why.period;
    case 'companion':
      return why.companion(reason.name);
    case 'named-before':
      return why.namedBefore;
    case 'national':
      return why.national;
    case 'brackets':
      return why.brackets(reason.office);
    case 'office-elsewhere':
      return why.officeElsewhere(reason.office);
    case 'code':
      return why.code;
    case 'combination':
      return why.combination;
    case 'short-name':
      return why.shortName;
    case 'repeated':
      return why.repeated(reason.count);
    case 'explained':
      return why.explained;
    case 'cue':
      return why.cue(reason.word);
  }
}
