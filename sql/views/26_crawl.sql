create view mart.crawl as
select
  crawl_id, source_id, started_at, finished_at, ended, pages, pages_failed, items, reports, declared_total, pages_left,
  complete, message, readings
from core.crawl;

comment on view mart.crawl is '列表采集：每读一遍一个来源的列表一行；接连几遍读到的完全相同时，只留第一遍和最后一遍';
comment on column mart.crawl.crawl_id is '采集编号';
comment on column mart.crawl.source_id is '来源';
comment on column mart.crawl.started_at is '开始时间';
comment on column mart.crawl.finished_at is '结束时间；未结束或中断为空';
comment on column mart.crawl.ended is '如何结束：end 读到底，cap 到页数上限，failed 有页面未能取得，repeat 后面的页与读过的页相同，gone 网站所称的后续页面不存在或没有条目，或页面不完整，moved 读取期间列表有变动，shrunk 上次读到的年报链接这次没有、待再读一次证实，once 首次读到的多页列表、没有上次可比，随即再读一遍；空为未结束或中断';
comment on column mart.crawl.pages is '请求的列表页数';
comment on column mart.crawl.pages_failed is '其中未能取得的页数';
comment on column mart.crawl.items is '读到的条目数（不重复）';
comment on column mart.crawl.reports is '其中像年报的条目数';
comment on column mart.crawl.declared_total is '网站自己所称的条目总数；没有说明为空';
comment on column mart.crawl.pages_left is '超出页数上限而未读的页数';
comment on column mart.crawl.complete is '列表是否完整读过：读到底、有条目，且不少于网站所称总数';
comment on column mart.crawl.message is '未读到底的原因';
comment on column mart.crawl.readings is '这一行代表读过几遍：自上一行之后读到的完全相同';

create view mart.list_page as
select
  c.source_id, l.crawl_id, l.ordinal, l.url, l.report_year, l.fetched_at as read_at, l.status, l.not_modified, l.sha256,
  l.items, l.reports, l.failure
from raw.list_page l
join raw.crawl c on c.crawl_id = l.crawl_id;

comment on view mart.list_page is '看过的列表页：每次采集的每一页一行，未能取得的也在内';
comment on column mart.list_page.source_id is '来源';
comment on column mart.list_page.crawl_id is '采集编号';
comment on column mart.list_page.ordinal is '该次采集中的次序，从 0 起';
comment on column mart.list_page.url is '网址';
comment on column mart.list_page.report_year is '网址只列一个统计年度的，为该年度；否则为空';
comment on column mart.list_page.read_at is '时间';
comment on column mart.list_page.status is '网站的应答（HTTP 状态）；没有应答为空';
comment on column mart.list_page.not_modified is '网站是否答“与上次相同”';
comment on column mart.list_page.sha256 is '存档内容的 SHA-256；未能取得为空';
comment on column mart.list_page.items is '条目数；未能读取为空';
comment on column mart.list_page.reports is '其中像年报的条目数';
comment on column mart.list_page.failure is '失败原因；没有失败为空';

create view mart.source as
select
  s.source_id, s.family, s.url, s.host,
  cardinality(s.unit_ids) as expected_units,
  listed.units as listed_units,
  listed.links as listed_reports,
  held.units as held_units,
  held.reports as held_reports,
  last.started_at as last_crawl_at, last.ended as last_ended, last.complete as last_complete,
  last.pages as last_pages, last.items as last_items, last.declared_total as last_declared_total,
  last.message as last_message,
  whole.started_at as complete_at,
  extract(epoch from s.recheck)::integer as recheck_seconds,
  s.registered_at,
  s.registered_at >= coalesce(
    (select max(r.started_at) from ops.run r where r.job in ('run', 'collect')), '-infinity'
  ) as current,
  s.unit_ids
from raw.source s
left join lateral (
  select * from core.crawl c where c.source_id = s.source_id order by c.started_at desc limit 1
) last on true
left join lateral (
  select * from core.crawl c where c.source_id = s.source_id and c.complete order by c.started_at desc limit 1
) whole on true
-- Outer joins, though each gives its one row: the planner leaves them out where nobody asks for their columns.
left join lateral (
  select count(distinct l.unit_id)::integer as units, count(*)::integer as links
  from core.listing_read l where l.source_id = s.source_id and l.last_seen_at >= whole.started_at
) listed on true
left join lateral (
  select count(distinct r.unit_id)::integer as units, count(*)::integer as reports
  from core.current_report r where r.unit_id = any(s.unit_ids)
) held on true;

comment on view mart.source is '采集来源：一个来源一行，所登记的、列表所载的与所存的对照';
comment on column mart.source.source_id is '来源';
comment on column mart.source.family is '网站类型';
comment on column mart.source.url is '列表首页网址；网址带年份的以 {year} 表示';
comment on column mart.source.host is '网站';
comment on column mart.source.expected_units is '登记应有的单位数';
comment on column mart.source.listed_units is '最近一次完整读过的列表中能判明的单位数';
comment on column mart.source.listed_reports is '最近一次完整读过的列表中像年报的条目数';
comment on column mart.source.held_units is '应有的单位中已有年报入库的单位数';
comment on column mart.source.held_reports is '应有的单位已入库的现行年报数';
comment on column mart.source.last_crawl_at is '最近一次采集开始的时间；未采集过为空';
comment on column mart.source.last_ended is '最近一次如何结束，见 mart.crawl.ended';
comment on column mart.source.last_complete is '最近一次是否完整';
comment on column mart.source.last_pages is '最近一次请求的列表页数';
comment on column mart.source.last_items is '最近一次读到的条目数';
comment on column mart.source.last_declared_total is '最近一次网站所称的条目总数';
comment on column mart.source.last_message is '最近一次未读到底的原因';
comment on column mart.source.complete_at is '最近一次完整读过列表的时间；从未完整为空';
comment on column mart.source.recheck_seconds is '已存网页隔多少秒再看一次；0 为每次采集都看';
comment on column mart.source.registered_at is '最近一次登记的时间';
comment on column mart.source.current is '是否在最近一次运行的来源文件中';
comment on column mart.source.unit_ids is '登记应有的单位';
