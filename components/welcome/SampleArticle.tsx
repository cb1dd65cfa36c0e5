/** A short text in our own words about a meeting that the reference documents. */
export function SampleArticle() {
  return (
    <article className="welcome-sample" lang="zh-CN">
      <h3>一则会议报道里的提法（示例）</h3>
      <p className="soft">
        <time dateTime="2023-05-26">2023年5月26日</time> 来源：旁注示例
      </p>
      <p>
        2023年5月25日，山西省委开了一次全省领导干部会议。据当时的报道，山西省委书记蓝佛安出席并讲话，主持会议的是山西省委副书记、省长金湘军。
      </p>
      <p>
        报道里的提法不少：要捍卫“两个确立”、做到“两个维护”；能源上有“五大基地”，产业上有链长制；还有“三无”“三可”营商环境、“一带一路”大商圈和“一泓清水入黄河”。报道也说到省委的部署要求。
      </p>
      <p>它们各指什么、包含哪几项、出自哪里？把指针停上去看看。</p>
    </article>
  );
}
