// npm run corpus [-- RECORDS]: a million generated records (or RECORDS) through the filter under GNU parallel.
// Checks order, bad records and memory; ends with one line: N passed, N failed.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { installPackages } from '../../scripts/browsers.mjs';
import { giveUp, ROOT } from '../../scripts/setup.mjs';

const RECORDS = Number(process.argv[2] ?? 1_000_000);
/** Every so many records one that cannot be read. */
const BAD_EVERY = 1000;
/** A worker that held what it has read would need more than this for a million records. Kilobytes. */
const MOST_MEMORY = 300_000;
const TEXTS = [
  ['山西省委书记林武在太原强调，要扎实做好“六稳”工作。', ['lin-wu', 'liu-wen']],
  ['运动员刘星宇打破了校纪录，看台上掌声不断。', []],
  ['会议要求深刻领悟“两个确立”的决定性意义。', ['lingwu-liang-ge-queli']],
];

if (process.argv[2] === '--generate') {
  generate(Number(process.argv[3]));
} else {
  if (!Number.isInteger(RECORDS) || RECORDS < 1) giveUp(`${process.argv[2]} is not a number of records`);
  if (spawnSync('parallel', ['--version']).status !== 0 && !installPackages(['parallel'])) {
    giveUp('GNU parallel is needed: install it (Debian, Ubuntu: sudo apt install parallel).');
  }
  spawnSync(process.execPath, [`${ROOT}scripts/detect.mjs`, '--help'], { stdio: ['ignore', 'ignore', 'inherit'] });
  await check();
}

function generate(count) {
  const bad = '{"id": "broken", "text": ';
  let block = '';
  const more = (from) => {
    for (let id = from; id < count; id++) {
      const [text] = TEXTS[id % TEXTS.length];
      block += id % BAD_EVERY === BAD_EVERY - 1 ? `${bad}\n` : `${JSON.stringify({ id, text, date: '2022-05-13' })}\n`;
      if (block.length < 1 << 20) continue;
      const full = block;
      block = '';
      if (!process.stdout.write(full)) return process.stdout.once('drain', () => more(id + 1));
    }
    process.stdout.write(block);
  };
  more(0);
}

async function check() {
  const jobs = availableParallelism();
  const scratch = mkdtempSync(join(tmpdir(), 'pangzhu-corpus-'));
  const log = join(scratch, 'memory');
  const self = fileURLToPath(import.meta.url);
  const node = process.execPath;
  const filter = `${node} --import ${ROOT}tests/corpus/memory.mjs ${ROOT}.output/detect/detect.mjs --ndjson`;
  const command = `${node} ${self} --generate ${RECORDS} | parallel --will-cite --pipe --keep-order --block 4M -j ${jobs} ${filter}`;
  const begun = Date.now();
  const run = spawn('sh', ['-c', command], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PANGZHU_MEMORY_LOG: log },
  });
  const found = await read(run.stdout);
  const seconds = (Date.now() - begun) / 1000;
  const status = run.exitCode ?? (await new Promise((resolve) => run.once('close', resolve)));
  const memory = Math.max(...readFileSync(log, 'utf8').trim().split('\n').map(Number));
  rmSync(scratch, { recursive: true });

  const checks = [
    ['parallel ended well', status === 0],
    [`${RECORDS} lines came back`, found.lines === RECORDS],
    ['in their order', found.disordered === 0],
    ['each bad record is one line that says so', found.faults === Math.floor(RECORDS / BAD_EVERY)],
    ['every text has the mentions that it should have', found.wrong === 0],
    [`no process held more than ${MOST_MEMORY / 1000} MB`, memory < MOST_MEMORY],
  ];
  for (const [what, holds] of checks) console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  const rate = Math.round(RECORDS / seconds);
  console.log(
    `${seconds.toFixed(1)} s, ${rate} records a second on ${jobs} cores, at most ${Math.round(memory / 1000)} MB a process`,
  );
  const failed = checks.filter(([, holds]) => !holds).length;
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function read(stream) {
  const found = { lines: 0, disordered: 0, faults: 0, wrong: 0 };
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    const { id, error, mentions } = JSON.parse(line);
    const expected = found.lines++;
    if (error !== undefined) {
      found.faults++;
      if (expected % BAD_EVERY !== BAD_EVERY - 1) found.disordered++;
      continue;
    }
    if (id !== expected) found.disordered++;
    const ids = mentions.map(({ entryId }) => entryId);
    const [, wanted] = TEXTS[expected % TEXTS.length];
    if (!wanted.every((each) => ids.includes(each)) || (wanted.length === 0 && ids.length > 0)) found.wrong++;
  }
  return found;
}
