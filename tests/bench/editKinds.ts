/** Kinds of edits: what became of a passage, of what stood before it and of what stood after it. */
import { between, pick, type Random } from './random';
import * as reword from './rewordings';
import { CLAUSES, sentencesOf, wordChanged } from './rewordings';

/** A text in three: the passage, and what stands before and after it. */
export interface Parts {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** `was`: the text in which the passage was marked, where it is not the one given. */
interface Outcome {
  readonly was?: Parts;
  readonly now: Parts;
}

type Edit = (parts: Parts, random: Random, other: string) => Outcome;

export interface Kind {
  readonly state: 'exact' | 'changed' | 'gone';
  /** Of two to four characters that stand three times at least; or with something in it that can be changed. */
  readonly passage?: 'frequent' | RegExp;
  /** Set anew, too. */
  readonly inLayout?: true;
  readonly edit: Edit;
}

const openingOf = (text: string, random: Random) =>
  sentencesOf(text)
    .slice(0, between(1, 6, random))
    .join('');
/** The paragraph in which the passage stands, without what comes before and after. */
const headOf = (before: string) => before.slice(before.lastIndexOf('\n') + 1);
const tailOf = (after: string) => after.slice(0, after.includes('\n') ? after.indexOf('\n') : after.length);

const asItWas: Edit = (parts) => ({ now: parts });
const moved: Edit = ({ before, ...rest }, random, other) => ({
  now: { before: `${openingOf(other, random)}\n\n${before}`, ...rest },
});
const wordsAround: Edit = ({ before, quote, after }, random) => ({
  now: {
    before: before.slice(0, -20) + wordChanged(before.slice(-20), random),
    quote,
    after: wordChanged(after.slice(0, 20), random) + after.slice(20),
  },
});
const deleted: Edit = (parts) => ({ now: { ...parts, quote: '' } });
const sentenceDeleted: Edit = ({ before, after }) => ({
  now: {
    before: before.slice(0, Math.max(before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1),
    quote: '',
    after: after.slice(Math.max(0, after.search(/[。\n]/)) + 1),
  },
});
/** Changes the passage only. */
function inside(change: (text: string, random: Random) => string): Edit {
  return ({ quote, ...rest }, random) => ({ now: { ...rest, quote: change(quote, random) } });
}

/** The passage's paragraph and, after it, the same of another province; what became of the two. */
function twins(edit: (own: Parts, twin: string, random: Random) => Parts): Edit {
  return ({ before, quote, after }, random) => {
    const [head, tail] = [headOf(before), tailOf(after)];
    const own: Parts = { before: `5月12日，山西省召开会议。${head}`, quote, after: tail };
    const twin = `6月13日，陕西省召开会议。${head}${quote}${tail}`;
    const [front, rest] = [before.slice(0, before.length - head.length), after.slice(tail.length)];
    const placed = (parts: Parts) => ({ ...parts, before: front + parts.before, after: parts.after + rest });
    return { was: placed({ ...own, after: `${tail}\n\n${twin}` }), now: placed(edit(own, twin, random)) };
  };
}

/** A sentence that has the passage's words but for one, put in some sentences after it. */
function withLookAlike({ before, quote, after }: Parts, random: Random): Parts {
  const sentences = sentencesOf(after);
  const at = Math.min(sentences.length, between(2, 6, random));
  const alike = `${pick(CLAUSES, random)}，${wordChanged(quote, random)}，${pick(CLAUSES, random)}。`;
  return { before, quote, after: [...sentences.slice(0, at), alike, ...sentences.slice(at)].join('') };
}

/** The quote is then one that the look-alike is not: a word of it can be changed. */
const LONG_ENOUGH = /^.{8,}$/s;

export const KINDS: Readonly<Record<string, Kind>> = {
  unchanged: { state: 'exact', edit: asItWas },
  'set anew': { state: 'exact', inLayout: true, edit: asItWas },
  moved: { state: 'exact', edit: moved },
  'cut before': {
    state: 'exact',
    edit: ({ before, ...rest }, random) => ({
      now: {
        before: sentencesOf(before)
          .slice(between(1, 4, random))
          .join(''),
        ...rest,
      },
    }),
  },
  'sentences around rewritten': {
    state: 'exact',
    edit: ({ before, quote, after }, random) => ({
      now: {
        before: random() < 0.5 ? reword.nearRewritten(before, 2, 'end', random) : before,
        quote,
        after: random() < 0.5 ? after : reword.nearRewritten(after, 2, 'start', random),
      },
    }),
  },
  'words around changed': { state: 'exact', edit: wordsAround },
  'words around changed, set anew': { state: 'exact', inLayout: true, edit: wordsAround },
  excerpt: {
    state: 'exact',
    edit: ({ before, quote, after }) => ({ now: { before: before.slice(-90), quote, after: after.slice(0, 90) } }),
  },
  reprint: {
    state: 'exact',
    edit: ({ before, quote, after }, _, other) => ({
      now: {
        before: `${other.slice(0, 160)}\n\n${before}`,
        quote,
        after: `${after}\n\n${other.slice(160, 320)}`,
      },
    }),
  },
  'one of several articles': {
    state: 'exact',
    edit: ({ before, quote, after }, random, other) => ({
      now:
        random() < 0.5
          ? { before: `${other}\n\n${before}`, quote, after }
          : { before, quote, after: `${after}\n\n${other}` },
    }),
  },
  'short and frequent, moved': { state: 'exact', passage: 'frequent', edit: moved },
  'short and frequent, set anew': { state: 'exact', passage: 'frequent', inLayout: true, edit: asItWas },
  'twin of another province deleted': { state: 'exact', edit: twins((own) => own) },
  'twins in the other order': {
    state: 'exact',
    edit: twins((own, twin) => ({ ...own, before: `${twin}\n\n${own.before}` })),
  },

  'word changed': { state: 'changed', passage: LONG_ENOUGH, edit: inside(wordChanged) },
  'number changed': { state: 'changed', passage: reword.HAS_NUMBER, edit: inside(reword.numberChanged) },
  'date changed': { state: 'changed', passage: reword.HAS_DATE, edit: inside(reword.dateChanged) },
  'name changed': { state: 'changed', passage: reword.HAS_NAME, edit: inside(reword.nameChanged) },
  'formulation changed': {
    state: 'changed',
    passage: reword.HAS_FORMULATION,
    edit: inside(reword.formulationChanged),
  },
  shortened: { state: 'changed', passage: /，.*，/s, edit: inside(reword.shortened) },
  widened: { state: 'changed', passage: /.，./s, edit: inside(reword.widened) },
  'word changed, set anew': { state: 'changed', passage: LONG_ENOUGH, inLayout: true, edit: inside(wordChanged) },
  'number changed, set anew': {
    state: 'changed',
    passage: reword.HAS_NUMBER,
    inLayout: true,
    edit: inside(reword.numberChanged),
  },
  'shortened, set anew': { state: 'changed', passage: /，.*，/s, inLayout: true, edit: inside(reword.shortened) },
  'word changed, moved': {
    state: 'changed',
    passage: LONG_ENOUGH,
    edit: (parts, random, other) => moved({ ...parts, quote: wordChanged(parts.quote, random) }, random, other),
  },
  'word changed, twin of another province left': {
    state: 'changed',
    passage: LONG_ENOUGH,
    edit: twins((own, twin, random) => ({
      ...own,
      quote: wordChanged(own.quote, random),
      after: `${own.after}\n\n${twin}`,
    })),
  },

  deleted: { state: 'gone', edit: deleted },
  'sentence deleted': { state: 'gone', edit: sentenceDeleted },
  'rewritten altogether': {
    state: 'gone',
    edit: ({ before, after }, random) => ({
      now: { before, quote: '', after: `${pick(CLAUSES, random)}，${pick(CLAUSES, random)}${after}` },
    }),
  },
  'paragraph deleted, twin of another province left': {
    state: 'gone',
    edit: twins((_, twin) => ({ before: '', quote: '', after: twin })),
  },
  'look-alike left': {
    state: 'gone',
    passage: LONG_ENOUGH,
    edit: (parts, random) => {
      const was = withLookAlike(parts, random);
      return { was, now: { ...was, quote: '' } };
    },
  },
  'deleted, look-alike put in': {
    state: 'gone',
    passage: LONG_ENOUGH,
    edit: (parts, random) => ({ now: { ...withLookAlike(parts, random), quote: '' } }),
  },
  'short and frequent, deleted': { state: 'gone', passage: 'frequent', edit: deleted },
  'short and frequent, its sentence deleted': { state: 'gone', passage: 'frequent', edit: sentenceDeleted },
  'another article': { state: 'gone', edit: (_, __, other) => ({ now: { before: other, quote: '', after: '' } }) },
  'phrase in another article': {
    state: 'gone',
    edit: ({ quote }, random, other) => {
      const sentences = sentencesOf(other);
      const at = between(1, sentences.length - 1, random);
      return {
        now: {
          before: `${sentences.slice(0, at).join('')}会上提到${quote}，`,
          quote: '',
          after: sentences.slice(at).join(''),
        },
      };
    },
  },
};
