/** A short text written for this page, in the manner of the news it is about. */
export function SampleArticle() {
  return (
    <article className="welcome-sample" lang="zh-CN">
      <h3>山西部署下半年营商环境与安全生产工作（示例）</h3>
      <p className="soft">
        <time dateTime="2023-05-26">2023年5月26日</time> 来源：旁注示例
      </p>
      <p>
        山西省委书记蓝佛安日前到基层走访企业，山西省委副书记、省长金湘军参加座谈。座谈会提出，要深刻领悟“两个确立”的决定性意义，做到“两个维护”，完整、准确、全面贯彻新发展理念，扎实做好“六稳”“六保”工作。
      </p>
      <p>
        与会者谈到，各地要把“三无三可”营商环境落到细处，用好链长制，融入“一带一路”建设；安全方面，要严格“三管三必须”，防范“黑天鹅”“灰犀牛”事件。会后，省委、省政府有关部门将分头跟进。
      </p>
    </article>
  );
}
