import iconv from 'iconv-lite';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readText } from './readText';

const SENTENCE = '全市各级各部门要抓好落实。';

const docx = (body: string) =>
  zipSync({ 'word/document.xml': strToU8(`<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`) });

describe('a text file is read in its encoding', () => {
  test.each([
    ['utf-8', iconv.encode(SENTENCE, 'utf8')],
    ['utf-8', iconv.encode(SENTENCE, 'utf8', { addBOM: true })],
    ['gb18030', iconv.encode(SENTENCE, 'gb18030')],
    ['utf-16le', iconv.encode(SENTENCE, 'utf16le', { addBOM: true })],
  ])('%s', (encoding, bytes) => {
    expect(readText('稿.txt', bytes)).toEqual({ is: 'text', text: SENTENCE, encoding, hasChanges: false });
  });

  test('line ends are one', () => {
    expect(readText('a.md', iconv.encode('一段文字\r\n二段文字\r三', 'utf8'))).toMatchObject({
      text: '一段文字\n二段文字\n三',
    });
  });
});

describe('a Word document', () => {
  test('is read by paragraphs, with tabs, breaks and entities', () => {
    const body =
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>第一段</w:t><w:tab/><w:t>甲&amp;乙</w:t></w:r></w:p>' +
      '<w:p/><w:p><w:r><w:t xml:space="preserve">第二</w:t><w:br/><w:t>段</w:t></w:r></w:p>';
    expect(readText('稿.docx', docx(body))).toEqual({
      is: 'text',
      text: '第一段\t甲&乙\n\n第二\n段',
      encoding: null,
      hasChanges: false,
    });
  });

  test('is taken as if its tracked changes were accepted, and says that it has some', () => {
    const body =
      '<w:p><w:r><w:t>要抓</w:t></w:r><w:del><w:r><w:delText>紧</w:delText><w:t>错</w:t></w:r></w:del><w:ins><w:r><w:t>好</w:t></w:r></w:ins><w:r><w:t>落实</w:t></w:r></w:p>' +
      '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>前半句，</w:t></w:r></w:p><w:p><w:r><w:t>后半句。</w:t></w:r></w:p>' +
      '<w:moveFrom><w:r><w:t>移走的</w:t></w:r></w:moveFrom>';
    expect(readText('稿.docx', docx(body))).toMatchObject({ text: '要抓好落实\n前半句，后半句。', hasChanges: true });
  });
});

test.each([
  ['稿.docx', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), 'broken-docx'],
  ['稿.docx', zipSync({ 'word/other.xml': strToU8('<a/>') }), 'broken-docx'],
  ['稿.docx', strToU8('不是压缩包'), 'broken-docx'],
  ['稿.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]), 'old-word'],
  ['稿.txt', new Uint8Array([0xff, 0xff, 0x00, 0x81, 0x00]), 'encoding'],
  ['图.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'encoding'],
  ['稿.txt', new Uint8Array(), 'empty'],
  ['稿.txt', strToU8(' \n '), 'empty'],
  ['draft.txt', strToU8('There is no Chinese in this text at all.'), 'not-chinese'],
])('what cannot be read is refused, and why: %s', (name, bytes, why) => {
  expect(readText(name, bytes)).toEqual({ is: 'refused', why });
});
