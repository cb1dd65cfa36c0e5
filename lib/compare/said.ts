import { wordsOf } from '../words/words';
import type { Language } from '../model';
import type { ParagraphRow, SentenceRow } from './compare';
import type { Piece } from './pieces';

/** A stretch of a comparison, or a remark of ours about what follows. */
export type SaidPiece = Piece | { readonly is: 'note'; readonly text: string };

/** A paragraph of a comparison as lines to show: each a label and the words, with what went and what came marked. */
export interface SaidRow {
  readonly label: string;
  readonly pieces: readonly (readonly SaidPiece[])[];
}

/** What is said of a row, in a page or in a file; null: nothing differs there. */
export function saidRow(row: ParagraphRow, paragraphs: Paragraphs, language: Language): SaidRow | null {
  const { compare: words } = wordsOf(language);
  switch (row.is) {
    case 'same':
      return null;
    case 'removed':
      return { label: words.removedParagraph(row.a! + 1), pieces: piecesOfSentences(row, paragraphs, words) };
    case 'added':
      return { label: words.addedParagraph(row.b! + 1), pieces: piecesOfSentences(row, paragraphs, words) };
    case 'moved-away':
      return { label: words.movedAway(row.a! + 1, row.b! + 1), pieces: [] };
    case 'moved-here':
      return { label: words.movedHere(row.a! + 1, row.b! + 1), pieces: piecesOfSentences(row, paragraphs, words) };
    case 'changed':
      return {
        label: words.changedParagraph(row.a! + 1, row.b! + 1),
        pieces: piecesOfSentences(row, paragraphs, words),
      };
  }
}

export interface Paragraphs {
  readonly a: readonly string[];
  readonly b: readonly string[];
}

type CompareWords = ReturnType<typeof wordsOf>['compare'];

function piecesOfSentences(row: ParagraphRow, { a, b }: Paragraphs, words: CompareWords): (readonly SaidPiece[])[] {
  if (row.sentences.length > 0) return row.sentences.map((each) => piecesOfSentence(each, words));
  const text = row.b === null ? a[row.a!]! : b[row.b]!;
  if (row.is === 'removed') return [[{ is: 'removed', text }]];
  return [[{ is: row.is === 'added' ? 'added' : 'same', text }]];
}

function piecesOfSentence({ is, a, b, pieces }: SentenceRow, words: CompareWords): readonly SaidPiece[] {
  switch (is) {
    case 'same':
      return [{ is: 'same', text: b!.text }];
    case 'removed':
      return [{ is: 'removed', text: a!.text }];
    case 'added':
      return [{ is: 'added', text: b!.text }];
    case 'changed':
      return pieces!;
    case 'moved-away':
      return [
        { is: 'note', text: words.sentenceTo(b!.paragraph + 1) },
        { is: 'removed', text: a!.text },
      ];
    case 'moved-here':
      return [
        { is: 'note', text: words.sentenceFrom(a!.paragraph + 1) },
        ...(pieces ?? [{ is: 'added' as const, text: b!.text }]),
      ];
  }
}
