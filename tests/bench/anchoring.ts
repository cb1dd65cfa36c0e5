// npm run --silent anchors [-- COUNT [SEED]]: how often passages are found again, and how fast, beside others. With
// FAULTS=1 every answer of ours that is not right.
import type { Located } from '../../lib/model';
import { LAYOUTS } from './layouts';
import { articles, makeEdits, type Edit } from './edits';
import { KINDS } from './editKinds';
import { FINDERS, type Finder } from './finders';
import { between, randomFrom } from './random';
import { VERDICTS, verdictOn, type Verdict } from './verdict';

const COUNT = 3_600;
const PAGE = 300_000;
const PASSAGES = 1_000;
/** Others are asked for fewer passages, and the time is that of so many more. */
const PASSAGES_OF_OTHERS = 50;

interface Answer {
  readonly edit: Edit;
  readonly located: Located;
  readonly verdict: Verdict;
}

async function answersOf(finder: Finder, edits: readonly Edit[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const edit of edits) {
    const find = await finder.mark(edit.text, [edit.span]);
    const [located] = await find(edit.edited);
    answers.push({ edit, located: located!, verdict: verdictOn(edit, located!) });
  }
  return answers;
}

function printTable(name: string, answers: readonly Answer[]) {
  const rows: [string, readonly Answer[]][] = [
    ...Object.keys(KINDS).map((kind): [string, Answer[]] => [kind, answers.filter(({ edit }) => edit.kind === kind)]),
    ...(['exact', 'changed', 'gone'] as const).map((state): [string, Answer[]] => [
      `all: ${{ exact: 'still there', changed: 'changed inside', gone: 'gone' }[state]}`,
      answers.filter(({ edit }) => KINDS[edit.kind]!.state === state),
    ]),
    ['all', answers],
  ];
  console.log(`\n${name}\n${['', 'edits', ...VERDICTS].map(cell).join('')}`);
  for (const [title, each] of rows) {
    const counts = VERDICTS.map((verdict) => each.filter((answer) => answer.verdict === verdict).length);
    const shares = counts.map((count) => (count === 0 ? '' : `${((100 * count) / each.length).toFixed(1)} %`));
    console.log([title, String(each.length), ...shares].map(cell).join(''));
  }
}

const cell = (text: string, index: number) => (index === 0 ? text.padEnd(52) : text.padStart(index === 1 ? 8 : 16));

function printFaults(answers: readonly Answer[]) {
  const line = (text: string) => text.replaceAll('\n', '⏎');
  for (const { edit, located, verdict } of answers) {
    if (verdict === 'right') continue;
    const got = located.state === 'orphan' ? '' : ` “${line(edit.edited.slice(located.start, located.end))}”`;
    console.log(
      `${verdict}\t${edit.kind}\t“${line(edit.text.slice(edit.span.start, edit.span.end))}” → ${located.state}${got}`,
    );
  }
}

/** Milliseconds that each finder needs for all passages of a page, by what became of the page. */
async function printTimes() {
  const random = randomFrom(7);
  const all = articles();
  let page = '';
  while (page.length < PAGE) page += `${all[between(0, all.length - 1, random)]}\n\n`;
  page = page.slice(0, PAGE);
  const spans = Array.from({ length: PASSAGES }, () => {
    const start = between(0, PAGE - 80, random);
    return { start, end: start + between(4, 64, random) };
  });
  const pages = {
    unchanged: page,
    shifted: `这里是新加的一段。\n\n${page}`,
    'set anew': LAYOUTS[0]!(page, random),
    gone: [...page].toReversed().join(''),
  };
  console.log(`\n${PASSAGES} passages of a page of ${PAGE} characters, ms, and how many times ours`);
  console.log(['', '', ...Object.keys(pages)].map(cell).join(''));
  let our: number[] | null = null;
  for (const finder of FINDERS) {
    const count = our === null ? PASSAGES : PASSAGES_OF_OTHERS;
    const find = await finder.mark(page, spans.slice(0, count));
    const times: number[] = [];
    for (const now of Object.values(pages)) {
      const start = performance.now();
      await find(now);
      times.push(((performance.now() - start) * PASSAGES) / count);
    }
    const figures = times.map((time, index) =>
      our === null ? time.toFixed(0) : `${time.toFixed(0)} (${(time / our[index]!).toFixed(1)} ×)`,
    );
    console.log([finder.name, '', ...figures].map(cell).join(''));
    our ??= times;
  }
}

const edits = makeEdits(Number(process.argv[2] ?? COUNT), Number(process.argv[3] ?? 1));
for (const finder of FINDERS) {
  const answers = await answersOf(finder, edits);
  printTable(finder.name, answers);
  if (finder === FINDERS[0] && process.env.FAULTS) printFaults(answers);
}
await printTimes();
