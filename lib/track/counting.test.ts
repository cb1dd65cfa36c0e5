import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBundledPack } from '../../scripts/seeds';
import type { Day, EntryId } from '../model';
import { buildLexicon } from '../reference/lexicon';
import { placesOf } from './counted';
import { basisOf, counting, countNow, type CountedText } from './counting';
import { sentencesOf, withMore } from './readText';

const LEXICON = buildLexicon([readBundledPack()]);
const text = (paragraphs: readonly string[], more: Partial<CountedText> = {}): CountedText => ({
  paragraphs,
  body: [...paragraphs.keys()],
  date: '2022-05-13' as Day,
  region: { province: '山西省', city: null },
  isWrong: () => false,
  ...more,
});
const PARAGRAPHS = [
  '会议要求，扎实做好“六稳”工作，全面落实“六保”任务。',
  '省委书记林武主持会议。林武指出，要深刻领悟“两个确立”的决定性意义。',
  '网站首页',
  '再说一遍“六稳”。',
];

/** Each place as the words that stand there. */
function words(paragraphs: readonly string[], { found }: { readonly found: ReturnType<typeof countNow>['found'] }) {
  return Object.fromEntries(
    found.map((sighting) => [
      sighting.of,
      placesOf(sighting).map(({ paragraph, start, end }) => paragraphs[paragraph]!.slice(start, end)),
    ]),
  );
}

describe('counting an article', () => {
  test('each entry with its places, the office that stands beside a name, the place of the text', () => {
    const counted = countNow(text(PARAGRAPHS), LEXICON);
    expect(words(PARAGRAPHS, counted)).toMatchObject({
      'liu-wen': ['六稳', '六稳'],
      'liu-bao': ['六保'],
      'lin-wu': ['林武', '林武'],
    });
    const lin = counted.found.find(({ of }) => of === 'lin-wu')!;
    expect(lin.offices).toEqual(['省委书记', null]);
    expect(counted.place).toBe('山西省');
  });

  test('what stands inside a longer formulation stands there too', () => {
    expect(words(PARAGRAPHS, countNow(text(PARAGRAPHS), LEXICON))['liang-ge-queli']).toEqual(['两个确立']);
  });

  test('what the site has around the article is not counted; places keep the numbers of all paragraphs', () => {
    const { found } = countNow(text(PARAGRAPHS, { body: [1, 3] }), LEXICON);
    const six = found.find(({ of }) => of === 'liu-wen')!;
    expect(placesOf(six).map(({ paragraph }) => paragraph)).toEqual([3]);
  });

  test('what the reader called wrong there is not counted', () => {
    const isWrong = (form: string, entry: EntryId) => form === '六稳' && entry === 'liu-wen';
    expect(words(PARAGRAPHS, countNow(text(PARAGRAPHS, { isWrong }), LEXICON))).not.toHaveProperty('liu-wen');
  });

  test.each<[string, readonly string[]]>([
    ['no text', []],
    ['blank paragraphs', ['', '　']],
    ['another language', ['The council met on Monday to discuss the budget.', 'Le conseil s’est réuni lundi.']],
    ['letters that are none', ['\ud800\udc00\ud800', '🀄'.repeat(50)]],
  ])('%s gives nothing', (_, paragraphs) => {
    expect(countNow(text(paragraphs, { date: null, region: null }), LEXICON).found).toEqual([]);
  });

  test('a text of a million characters is counted in parts, with pauses, and names told in one hold in the next', () => {
    const paragraphs = [
      '省委书记林武出席会议。',
      ...Array.from(
        { length: 20_000 },
        () => '会议要求扎实做好“六稳”工作，把办事的时限写在墙上，逐项明确责任单位和完成时限。',
      ),
      '林武强调，要落实。',
    ];
    const parts = counting(text(paragraphs), LEXICON);
    let pauses = 0;
    let step = parts.next();
    for (; step.done !== true; step = parts.next()) pauses++;
    expect(pauses).toBeGreaterThan(10);
    const counted = words(paragraphs, step.value);
    expect(counted['liu-wen']).toHaveLength(20_000);
    expect(counted['lin-wu']).toEqual(['林武', '林武']);
  });

  test('places follow each other and lie in their paragraphs, whatever the text', () => {
    const piece = fc.constantFrom(
      '六稳',
      '“六稳”',
      '“六保”',
      '林武',
      '省委书记',
      '、',
      '。',
      '，',
      '会议',
      '　',
      '两个确立',
      '高质量发展',
      '\u200b',
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
          { maxLength: 5 },
        ),
        (paragraphs) => {
          for (const sighting of countNow(text(paragraphs), LEXICON).found) {
            for (const { paragraph, start, end } of placesOf(sighting)) {
              expect(start).toBeLessThan(end);
              expect(end).toBeLessThanOrEqual(paragraphs[paragraph]!.length);
            }
          }
        },
      ),
    );
  });

  test('officials of one list stand in its order', () => {
    const paragraphs = ['省委书记林武，省委副书记、省长金湘军，省政协主席吴存荣出席。林武讲话，吴存荣主持。'];
    const { lists } = countNow(text(paragraphs), LEXICON);
    expect(lists).toEqual([['lin-wu', 'jin-xiangjun', 'wu-cunrong']]);
  });

  test('another version of the reference is another basis', () => {
    const [pack] = LEXICON.packs;
    expect(basisOf({ packs: [{ ...pack!, version: '9.9.9' }] })).not.toBe(basisOf(LEXICON));
  });
});

describe('what is kept of an article that was only read', () => {
  const kept = sentencesOf(countNow(text(PARAGRAPHS), LEXICON), PARAGRAPHS);

  test('the sentences in which something stands, and no others', () => {
    expect(kept.sentences).toEqual([
      { text: PARAGRAPHS[0], paragraph: 0 },
      { text: '省委书记林武主持会议。', paragraph: 1 },
      { text: '林武指出，要深刻领悟“两个确立”的决定性意义。', paragraph: 1 },
      { text: PARAGRAPHS[3], paragraph: 3 },
    ]);
  });

  test('its places lie in the sentences', () => {
    const texts = kept.sentences.map((sentence) => sentence.text);
    expect(words(texts, kept)).toEqual(words(PARAGRAPHS, countNow(text(PARAGRAPHS), LEXICON)));
  });

  test('what a page brings later is added, what it brings again is not', () => {
    const later = ['后来又说了“六保”。', PARAGRAPHS[0]!];
    const more = sentencesOf(countNow(text(later), LEXICON), later);
    const all = withMore(kept, more);
    expect(all.sentences.map((sentence) => sentence.text)).toEqual([
      ...kept.sentences.map((sentence) => sentence.text),
      later[0],
    ]);
    expect(
      words(
        all.sentences.map((sentence) => sentence.text),
        all,
      )['liu-bao'],
    ).toEqual(['六保', '六保']);
    expect(withMore(all, more)).toEqual(all);
  });
});
