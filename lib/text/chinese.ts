/** Units looked at; enough to tell, little enough to cost nothing. */
const SAMPLE = 4000;
/** Han characters below which a page has nothing to say to this reader. */
const FEWEST = 4;

/**
 * Whether a text is Chinese: Han characters, hardly any kana or hangul,
 * and not just a few among Latin letters.
 */
export function isChinese(text: string): boolean {
  let han = 0;
  let kana = 0;
  let hangul = 0;
  let latin = 0;
  const step = Math.max(1, Math.floor(text.length / SAMPLE));
  for (let at = 0; at < text.length; at += step) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x4e00 && unit <= 0x9fff) han++;
    else if (unit >= 0x3041 && unit <= 0x30fe) kana++;
    else if (unit >= 0xac00 && unit <= 0xd7a3) hangul++;
    else if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) latin++;
  }
  return han * step >= FEWEST && kana * 20 <= han && hangul * 5 <= han && latin <= han * 12;
}
