import type { Served } from './site';

/** Paragraphs of an article of a government site, written for tests. */
export const NEWS = [
  '5月15日，一场关于企业办事难易的座谈在太原举行。省委书记林武出席并听取发言，二十多家企业的负责人说了自己的经历。',
  '座谈会提出，要扎实做好“六稳”工作，全面落实“六保”任务，把办事的时限写在墙上。',
  '一位开饭店的老板说，去年办证跑了五趟，今年只跑了一趟，省下的时间正好多备两桌菜。',
  '会后，有关部门将按月回访，结果在本网公布，并请企业自己打分。',
  '与会人员还参观了当地的两家企业，看了它们的办事窗口和新修的停车场。',
  '据了解，类似的座谈今后每个季度举行一次，地点由各市轮流承办。',
];

interface More {
  readonly script?: string;
  readonly canonical?: string;
}

/** A page with an article, with a site around it and all that it can say of itself. */
export function newsPage(paragraphs: readonly string[] = NEWS, { script, canonical }: More = {}): Served {
  return {
    body: `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>企业办事座谈会在太原召开_要闻_山西省人民政府</title>
<meta name="SiteName" content="山西省人民政府">
<meta name="ArticleTitle" content="企业办事座谈会在太原召开">
<meta name="PubDate" content="2022-05-16 07:30">
<meta name="ContentSource" content="山西日报">
<meta name="Author" content="张三">
${canonical === undefined ? '' : `<link rel="canonical" href="${canonical}">`}
<style>body { margin: 0; font: 18px/1.9 serif; } .text { width: 760px; margin: 24px auto; }</style>
</head>
<body>
<div class="nav"><a href="/">网站首页</a>　<a href="/yw">要闻</a>　<a href="/gk">公开</a></div>
<h1>企业办事座谈会在太原召开</h1>
<div class="info">发布时间：2022-05-16 07:30　来源：山西日报　记者：张三　责任编辑：王五　浏览次数：<span>1027</span></div>
<div class="text">${paragraphs.map((each) => `<p>${each}</p>`).join('\n')}</div>
<div class="footer">主办单位：山西省人民政府办公厅　版权所有。未经许可不得转载。</div>
${script === undefined ? '' : `<script>${script}</script>`}
</body>
</html>`,
  };
}
