import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBundledPack } from '../../../scripts/seeds';
import { buildLexicon } from '../../reference/lexicon';
import { detect } from '../detect';
import { UNLISTED_FROM } from './unlisted';

const lexicon = buildLexicon([readBundledPack()]);

/** Texts of pieces that the rules know, in any order. */
const text = fc
  .array(
    fc.constantFrom(
      ...'县委书记 副县长 贺明远 林武 省委书记 、 ， 。 和 “ ” 五个一百 六稳 一是 二是 即 ： （ ） 同志 任 任命 免去 的 职务 公司 　 \n \n\n 出席 强调 1+6 3820 以下简称 + 省长 记者 王 李强 调研 。 等 总书记 ·'.split(
        ' ',
      ),
      '\u3000',
      '\u200b',
      '𠮷',
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

const circumstances = { date: null, place: null };

test('mentions are in order and apart, their offsets give their surface, members lead into the text', () => {
  fc.assert(
    fc.property(text, (given) => {
      const { mentions } = detect(given, lexicon, { ...circumstances, unlistedFrom: UNLISTED_FROM.generous });
      let end = 0;
      for (const mention of mentions) {
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(given.slice(mention.start, mention.end)).toBe(mention.surface);
        end = mention.end;
        if (mention.status === 'known' || mention.kind === 'official') continue;
        for (const member of mention.members) expect(given.slice(member.start, member.end)).toBe(member.text);
      }
    }),
  );
});

test('known mentions are the same whether or not the unlisted ones are asked for', () => {
  fc.assert(
    fc.property(text, (given) => {
      const { mentions } = detect(given, lexicon, circumstances);
      const known = detect(given, lexicon, { ...circumstances, unlistedFrom: null }).mentions;
      expect(mentions.filter(({ status }) => status === 'known')).toEqual(known);
    }),
  );
});

test('a higher threshold leaves nothing that a lower one does not have', () => {
  fc.assert(
    fc.property(text, (given) => {
      const at = (unlistedFrom: number) =>
        detect(given, lexicon, { ...circumstances, unlistedFrom }).mentions.filter(
          ({ status }) => status === 'unlisted',
        );
      const most = at(UNLISTED_FROM.generous);
      const covered = (start: number, end: number) => most.some((each) => each.start <= start && end <= each.end);
      for (const { start, end, confidence } of at(UNLISTED_FROM.sparse)) {
        expect(confidence).toBeGreaterThanOrEqual(UNLISTED_FROM.sparse);
        expect(covered(start, end)).toBe(true);
      }
    }),
  );
});
