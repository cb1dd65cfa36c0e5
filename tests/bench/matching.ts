import { spawnSync } from 'node:child_process';
import { detect } from '../../lib/detect/detect';
import type { PartialDate } from '../../lib/model';
import { buildLexicon } from '../../lib/reference/lexicon';
import { buildMatcher } from '../../lib/reference/matcher';
import { readBundledPack } from '../../scripts/seeds';

export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly budget: string;
}

/** Rounds of each measurement; the median counts. */
const ROUNDS = 9;
const LENGTH = 1_000_000;
const ARTICLES = 3000;

/** Scanning a million characters beside a pass that only looks at each of them, and detection of an article. */
export function matching(): Row[] {
  const codes = prose(LENGTH);
  const text = new TextDecoder('utf-16le').decode(codes);
  const bare = median(() => {
    let sum = 0;
    for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
    return sum;
  });
  const rows = [10_000, 200_000].map((count): Row => {
    const matcher = buildMatcher(terms(count));
    let found = 0;
    const scan = median(() => {
      found = 0;
      matcher.scan(codes, () => found++);
      return found;
    });
    return {
      what: `matching 1 M characters, ${count.toLocaleString('en')} terms (${found.toLocaleString('en')} found)`,
      figure: `${(scan / bare).toFixed(1)} × a charCodeAt pass (${scan.toFixed(1)} ms beside ${bare.toFixed(1)} ms)`,
      budget: count === 10_000 ? '≤ 4 ×' : '≤ 10 ×',
    };
  });
  return [...rows, detection(), throughput()];
}

function detection(): Row {
  const lexicon = buildLexicon([readBundledPack()]);
  const article = articleOf(3000);
  const ms = median(
    () => detect(article, lexicon, { date: '2023-05-26' as PartialDate, place: null }).mentions.length,
    40,
  );
  return { what: 'detection of a 3,000-character article, warm', figure: `${ms.toFixed(2)} ms`, budget: '≤ 5 ms' };
}

/** The filter over records, its start and the reading of them included. */
function throughput(): Row {
  const record = JSON.stringify({ text: articleOf(3000), date: '2023-05-26' });
  const input = `${record}\n`.repeat(ARTICLES);
  const begun = performance.now();
  const { status, stdout } = spawnSync(process.execPath, ['.output/detect/detect.mjs', '--ndjson'], {
    input,
    maxBuffer: 1 << 30,
  });
  const seconds = (performance.now() - begun) / 1000;
  if (status !== 0 || stdout.toString().split('\n').length !== ARTICLES + 1)
    throw new Error('detect did not answer all');
  return {
    what: 'detect: articles of 3,000 characters a second, one core, start included',
    figure: Math.round(ARTICLES / seconds).toLocaleString('en'),
    budget: '≥ 200',
  };
}

/** An article of our own words with a mention in about every fortieth character. */
export function articleOf(length: number): string {
  const sentence =
    '山西省委书记蓝佛安到晋中市的一个车间里看了新装的除尘设备，工人们围成半圈听他讲完来意；大家谈到“三无三可”营商环境、“六稳”“六保”和链长制，也谈到家里的收成。省长金湘军说，深刻领悟“两个确立”的决定性意义，要落到少返工、少跑路这样的小事上。\n\n';
  return sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);
}

/** The median of the ms that a piece of work takes, after a warm-up. Its value is used, so that it is done. */
function median(work: () => number, rounds = ROUNDS): number {
  let used = work() + work();
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    used += work();
    return performance.now() - begun;
  }).sort((a, b) => a - b);
  if (Number.isNaN(used)) throw new Error('nothing was measured');
  return times[rounds >> 1]!;
}

/** Repeatable: the same text in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

/** Characters as frequent as in Chinese prose: the nth about 1/n of the first. */
function letter(next: () => number): number {
  return 0x4e00 + Math.min(2999, Math.floor(Math.exp(next() * Math.log(3000))));
}

export function prose(length: number): Uint16Array {
  const next = random(1);
  return Uint16Array.from({ length }, () => letter(next));
}

export function terms(count: number): string[] {
  const next = random(2);
  const made = new Set<string>();
  while (made.size < count) {
    // Names and short codes of two characters are a few in a hundred.
    const length = made.size % 25 === 0 ? 2 : 3 + Math.floor(next() * 6);
    made.add(String.fromCharCode(...Array.from({ length }, () => letter(next))));
  }
  return [...made];
}
