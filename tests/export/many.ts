import { annotated, PAGES } from './library';

const PER_ARTICLE = 10;
const [page] = PAGES;
const PARAGRAPH = '各级各部门要把思想和行动统一到中央决策部署上来，扎实做好稳就业各项工作，推动政策落地见效。';

/** Ten notes on an article of 2,000 characters, as readers write them: one in five with Markdown. */
export function* manyArticles(count: number) {
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
  for (let number = 0; number < count / PER_ARTICLE; number++) {
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
