/** sources.yaml of the sample; its comments are for the officer who writes the next one. */
import { families } from '../../src/ingest/families/families.js';
import { HANWEB_HOST, hanwebPath } from './hanweb-site.js';
import { SAMPLE_YEARS } from './sample-reports.js';
import { TRS_HOST, TRS_LIST } from './trs-site.js';

/** One line a family, from what the families say of themselves. */
function familyComments(): string {
  return [...families].map(([name, { title }]) => `#     ${name.padEnd(21)} ${title}`).join('\n');
}

/** The file's text. */
export function sourcesYaml(): string {
  return `# 采集来源示例。本文件由市级政务公开主管部门维护，改动后重新运行即可生效，不需要改程序。
# 省、市、县、镇名称和网址均为虚构，页面由本机提供，不访问互联网。

# 单位名录（CSV），路径相对于本文件。
units: units.csv

# 应当有年报的统计年度，首尾都算；每个乡镇、街道每年应有一份。
# 统计年度是数据所属的年份，不是发布年份：2021 年度的报告在 2022 年 1 月发布。
expected: { from: ${SAMPLE_YEARS.from}, to: ${SAMPLE_YEARS.to} }

# 发布时限：date 是统计年度次年的“月-日”，写引号；basis 是依据，会写进逾期提示。
# 可以加 from_year、to_year（统计年度），说明规则从哪年起、到哪年止；under: 单位，只管该单位及其下级（当地通知）。
# 几条规则都适用时，以写在后面的为准。
due:
  - kinds: [town, street]
    date: "01-31"
    basis: 条例第四十九条未规定乡镇、街道的时限，云汀市要求每年1月31日前发布

# 由本机提供的网站：host 是网址中的主机名，folder 是网页所在文件夹。采集真实网站时删去本段。
local_sites:
  - { host: ${TRS_HOST}, folder: sites/trs }
  - { host: ${HANWEB_HOST}, folder: sites/hanweb }

# 只访问 *.gov.cn（80、443 端口）的公网地址，跳转也一样。其他主机写在 allow_hosts 里，reason 写明理由：
#   host   主机名；*.example.cn 表示其下所有主机
#   ports  80、443 以外的端口
#   tls    legacy：网站只支持旧版 TLS（1.0、1.1）；insecure：连证书也不核验，每次采集都会记录。能不写就不写
# allow_hosts:
#   - { host: www.example.org.cn, ports: [8080], tls: legacy, reason: 某县政府门户未用 gov.cn 域名 }
#
# 本机上已在运行的服务（测试用）：主机名对应 127.0.0.1 的端口。
# loopback: { site.example: 8123 }

# 安静时段（北京时间）：这段时间不访问任何网站，采集会报错并说明何时再运行。来源里也可以写，none 表示不限。
# quiet_hours: 08:00-18:00

# 每个来源一段：
#   id        自定的短名，只用小写字母、数字和“-”，定了不要改
#   family    网站系统，决定列表怎样翻页：
${familyComments()}
#   url       列表首页；网址里带年份的写 {year}
#   unit      整个来源只属于一个单位；units 是一个列表里有几个单位，按标题中的名称区分
#   years     网址带年份时，采集哪些年
#   params    网站系统需要的参数，如 { columnid: "282", unitid: "423656" }；多数网页自己写明，不必填
#   select    只用于 generic：CSS 选择器，如 { item: "ul.list li", link: a, date: span, title: a, next: a.next }
#   delay_ms  两次访问之间等待的毫秒数，真实网站建议 1000 以上；max_pages 最多翻几页列表
#   recheck   已存的年报隔多久再看一次有无改动，如 7d、12h；不写则每次运行都看
#   robots      默认遵守网站的 robots.txt；确需不遵守时写 { ignore: 理由 }，理由随每次采集记录
#   quiet_hours 这个来源自己的安静时段，如 08:00-18:00，或 none
#   timeout_s   一次应答最多等多少秒（默认 120）；max_mb 一次应答最多多少 MB（默认 50）
#   verified  最近一次试通的日期，由 nianbao sources probe --all 填写；never 是还没有试通过
# 不知道填什么时：nianbao sources probe 列表网址，会认出网站系统并给出可以粘贴的一段。
sources:
  # 北塬县门户网站的年报栏目，两个镇的报告在同一列表里，有网页也有 Word 文档。
  - id: beiyuan-annual-reports
    family: trs
    url: http://${TRS_HOST}${TRS_LIST}
    units: [beiyuan-qingshan, beiyuan-maiduo]
    delay_ms: 0
    max_pages: 10

  # 南瑚区网站，一个单位一个 area，一年一个 fbtime。
  - id: nanhu-yinghe
    family: hanweb-annual-report
    url: "http://${HANWEB_HOST}${hanwebPath('nanhu-yinghe', '{year}')}"
    unit: nanhu-yinghe
    years: { from: ${SAMPLE_YEARS.from}, to: ${SAMPLE_YEARS.to} }
    delay_ms: 0

  - id: nanhu-weian
    family: hanweb-annual-report
    url: "http://${HANWEB_HOST}${hanwebPath('nanhu-weian', '{year}')}"
    unit: nanhu-weian
    years: { from: ${SAMPLE_YEARS.from}, to: ${SAMPLE_YEARS.to} }
    delay_ms: 0
`;
}
