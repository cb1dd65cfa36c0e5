import { describe, expect, test } from 'vitest';
import { fingerprint, fingerprintsOf } from './fingerprint';

const PARAGRAPH = '山西省委书记林武强调，要扎实做好“六稳”工作，全面落实“六保”任务。';

describe('a paragraph reprinted', () => {
  test.each([
    ['white space', `　　${PARAGRAPH}\n`],
    ['line breaks', PARAGRAPH.replace('，', '，\n')],
    ['quotation marks', PARAGRAPH.replaceAll(/[“”]/g, '"')],
    ['commas', PARAGRAPH.replaceAll('，', ',')],
    ['traditional characters', '山西省委書記林武強調，要扎實做好「六穩」工作，全面落實「六保」任務。'],
    ['zero-width characters', PARAGRAPH.replace('林武', '林\u200b武')],
  ])('with other %s has the same fingerprint', (_, other) => {
    expect(fingerprint(other)).toBe(fingerprint(PARAGRAPH));
  });

  test.each([
    ['a digit', '今年一季度全省地区生产总值增长6.5%。', '今年一季度全省地区生产总值增长6.4%。'],
    ['a name', PARAGRAPH, PARAGRAPH.replace('林武', '蓝佛安')],
    ['the order', '甲乙丙丁戊己庚辛壬癸子丑', '乙甲丙丁戊己庚辛壬癸子丑'],
  ])('with another %s has another', (_, one, other) => {
    expect(fingerprint(one)).not.toBe(fingerprint(other));
  });
});

test('it is the same for ever: databases hold it', () => {
  expect(fingerprint(PARAGRAPH)).toBe('79cd600248ac3b73');
});

test('short paragraphs have none', () => {
  expect(fingerprint('责任编辑：张三')).toBeNull();
  expect(fingerprint('甲 乙 丙 丁 戊 己 庚 辛 壬 癸 子')).toBeNull();
  expect(fingerprint('甲乙丙丁戊己庚辛壬癸子丑')).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprintsOf(['责任编辑', PARAGRAPH, '', ` ${PARAGRAPH}`])).toEqual([fingerprint(PARAGRAPH)]);
});

test('a hundred thousand different paragraphs have different ones', () => {
  const seen = new Set<string>();
  for (let n = 0; n < 100_000; n++) seen.add(fingerprint(`这是一段普通的文字，编号为${n}号`)!);
  expect(seen.size).toBe(100_000);
});
