/** node --import tsx tests/export/speed.ts [ANNOTATIONS]: time and memory of each format for many annotations. */
import { exportFile } from '../../lib/export/exportFile';
import { FORMAT_IDS } from '../../lib/model';
import { buildLexicon } from '../../lib/reference/lexicon';
import { readBundledPack } from '../../scripts/seeds';
import { annotated, contextFor, PAGES } from './library';

const COUNT = Number(process.argv[2] ?? 100_000);
const PER_ARTICLE = 10;
const context = contextFor(buildLexicon([readBundledPack()]));
const [page] = PAGES;
const PARAGRAPH = '各级各部门要把思想和行动统一到中央决策部署上来，扎实做好稳就业各项工作，推动政策落地见效。';

/** Ten notes on an article of 2,000 characters, as readers write them: one in five with Markdown. */
function* articles() {
  const pattern = annotated(
    {
      ...page!,
      paragraphs: Array.from({ length: 40 }, (_, index) => `第${index}段：${PARAGRAPH}`),
      notes: Array.from({ length: PER_ARTICLE }, (_, index) => ({
        quote: `第${index * 3}段：${PARAGRAPH.slice(0, 30)}`,
        note:
          index % 5 === 0
            ? '与上年相比：\n\n- **稳就业** 在前\n- 见[原文](https://example.cn/)'
            : '这一句与上年的提法相比有变化，可与省里的文件对照。',
        tags: ['稳就业', `主题${index}`],
        entries: index % 3 === 0 ? ['liu-wen'] : [],
      })),
    },
    1,
  );
  for (let number = 0; number < COUNT / PER_ARTICLE; number++) {
    const id = `a0000000-0000-4000-8000-${String(number).padStart(12, '0')}` as typeof pattern.article.id;
    yield {
      article: { ...pattern.article, id, title: `${pattern.article.title} ${number}` },
      annotations: pattern.annotations.map((each, index) => ({
        ...each,
        articleId: id,
        id: `b0000000-0000-4000-8000-${String(number * PER_ARTICLE + index).padStart(12, '0')}` as typeof each.id,
      })),
    };
  }
}

const wanted = process.argv[3];
for (const id of FORMAT_IDS.filter((each) => wanted === undefined || each === wanted)) {
  globalThis.gc?.();
  const begun = process.cpuUsage();
  const { chunks, name } = await exportFile(id, articles, context);
  let bytes = 0;
  let most = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    most = Math.max(most, process.memoryUsage().heapUsed);
  }
  // Of the processor: other work on the machine does not count.
  const used = process.cpuUsage(begun);
  const seconds = ((used.user + used.system) / 1e6).toFixed(1);
  console.log(
    `${id.padEnd(14)} ${seconds.padStart(6)} s  ${(bytes / 1e6).toFixed(1).padStart(7)} MB  heap at most ${(most / 1e6).toFixed(0).padStart(5)} MB  ${name}`,
  );
}
