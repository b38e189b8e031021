-- Why a report that is expected and not held is believed not to be there, or why that can't be said.
create view core.absence_by_source as
with absent as materialized (
  select e.unit_id, e.report_year, e.due_on, u.name as unit_name
  from core.expectation e
  left join core.unit_today u on u.unit_id = e.unit_id
  where not exists (
      select from core.report r where r.unit_id = e.unit_id and r.report_year = e.report_year)
    and not exists (
      select from core.unread_year y where y.unit_id = e.unit_id and y.report_year = e.report_year)
),
asked as materialized (
  select a.*, s.source_id, s.year_from, s.year_to
  from absent a
  left join core.unit_source s on s.unit_id = a.unit_id
),
told as materialized (select * from core.telling_crawl),
looked as materialized (
  select
    a.*, c.crawl_id, c.started_at, c.ended, c.pages, c.items, c.reports,
    c.declared_total, c.pages_left, c.message as crawl_message, coalesce(c.complete, false) as complete,
    a.year_from is not null as by_year,
    (c.started_at at time zone 'Asia/Shanghai')::date <= a.due_on
      and a.due_on < (now() at time zone 'Asia/Shanghai')::date as too_early
  from asked a
  left join told c on c.source_id = a.source_id
),
read as materialized (
  select l.* from core.listing_read l where l.source_id in (select source_id from looked where not by_year)
),
-- A link is of another unit where its list or its document says so, or where its title names something and not even the
-- first two characters of this unit. What nothing rules out is unclear.
links as (
  select
    k.unit_id, k.report_year, k.source_id,
    count(*) filter (where l.unit_id = k.unit_id and l.report_year = k.report_year) as matching,
    count(*) filter (where l.unit_id = k.unit_id and l.report_year <> k.report_year) as other_years,
    count(*) filter (where l.unit_id <> k.unit_id or (l.unit_id is null and named_other)) as other_units,
    count(*) filter (
      where (l.unit_id is null and not named_other and coalesce(l.report_year, k.report_year) = k.report_year)
        or (l.unit_id = k.unit_id and l.report_year is null)
    ) as unclear
  from looked k
  join read l on l.source_id = k.source_id and l.last_seen_at >= k.started_at
  cross join lateral (
    select
      regexp_replace(
        l.title, '[0-9０-９（）()《》“”"[:space:]年度的关于]|政府信息公开|信息公开|政务公开|工作|报告|年报', '', 'g'
      ) <> '' and coalesce(strpos(l.title, left(k.unit_name, 2)) = 0, false) as named_other
  ) title
  where not k.by_year
  group by k.unit_id, k.report_year, k.source_id
),
year_page as (
  select
    k.unit_id, k.report_year, k.source_id,
    count(*) as pages,
    bool_and(p.status in (404, 410) or p.items = 0) as without_report,
    max(p.status) as status
  from looked k
  join raw.list_page p on p.crawl_id = k.crawl_id and p.report_year = k.report_year
  where k.by_year
  group by k.unit_id, k.report_year, k.source_id
)
select
  k.unit_id, k.report_year, k.due_on, k.source_id, k.crawl_id, k.by_year,
  k.complete and not k.too_early and case
    when k.by_year then coalesce(y.without_report, false)
    else coalesce(l.matching, 0) = 0 and coalesce(l.unclear, 0) = 0
  end as proven,
  case
    when k.source_id is null then '没有登记该单位的来源，未曾查找'
    when k.crawl_id is null then '来源 ' || k.source_id || ' 尚未采集过'
    when k.by_year and k.report_year not between k.year_from and k.year_to
      then '来源 ' || k.source_id || ' 登记的年度不含该年度，未曾查找'
    when not k.complete then '来源 ' || k.source_id || ' 的列表未能完整读过，不能证明没有发布：' || case
      when k.ended is null then '采集中断'
      when k.ended = 'failed' then coalesce(k.crawl_message, '有页面未能取得')
      when k.pages_left > 0 then '超出页数上限，尚有 ' || k.pages_left || ' 页未读'
      when k.ended = 'repeat' then '后面的页与读过的页相同'
      when k.ended = 'gone' then '网站所称的后续页面不存在'
      when k.ended = 'moved' then '读取期间列表有变动'
      when k.ended = 'once' then '首次读到的多页列表，待再读一次证实'
      when k.ended = 'shrunk' then '上次读到的年报链接这次没有，待再读一次证实'
      when k.ended <> 'end' then k.ended
      when k.items = 0 then '没有读到任何条目'
      else '网站称有 ' || k.declared_total || ' 条，只读到 ' || k.items || ' 条'
    end
    when k.too_early then '来源 ' || k.source_id || ' 最近一次完整读过列表（'
      || to_char(k.started_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') || '）在时限之前，不能证明时限过后没有发布'
    when k.by_year and y.without_report then '来源 ' || k.source_id || ' 于 '
      || to_char(k.started_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') || ' 查看该年度的网址：'
      || case when y.status in (404, 410) then '返回 ' || y.status else '没有年报' end
    when k.by_year then '来源 ' || k.source_id || ' 该年度的网页有内容，但未能读成该年度的年报，不能证明没有发布'
    when l.matching > 0
      then '来源 ' || k.source_id || ' 的列表中有该年度的报告 ' || l.matching || ' 条，但未能取得或未能读出，并非没有发布'
    when l.unclear > 0
      then '来源 ' || k.source_id || ' 的列表中有 ' || l.unclear || ' 条未能判明单位或年度，不能证明没有发布'
    else '来源 ' || k.source_id || ' 于 ' || to_char(k.started_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')
      || ' 读完列表 ' || k.pages || ' 页 ' || k.items || ' 条：其他单位的年报 ' || coalesce(l.other_units, 0)
      || ' 条，本单位其他年度 ' || coalesce(l.other_years, 0) || ' 条，不是年报 ' || (k.items - k.reports)
      || ' 条，没有该年度的报告'
  end as message
from looked k
left join links l on l.unit_id = k.unit_id and l.report_year = k.report_year and l.source_id = k.source_id
left join year_page y on y.unit_id = k.unit_id and y.report_year = k.report_year and y.source_id = k.source_id;

create view mart.absence as
select
  a.unit_id,
  a.unit_name,
  a.report_year,
  a.due_on,
  a.due_passed,
  a.proven,
  -- Costs nothing where it isn't asked for.
  coalesce((
    select jsonb_agg(
      jsonb_build_object(
        'source_id', l.source_id, 'url', l.url, 'read_at', l.read_at, 'status', l.status,
        'not_modified', l.not_modified, 'sha256', l.sha256, 'items', l.items, 'reports', l.reports, 'failure', l.failure
      ) order by l.source_id, l.ordinal)
    from mart.list_page l
    where l.crawl_id = any(a.crawl_ids) and coalesce(l.report_year, a.report_year) = a.report_year
  ), '[]') as pages,
  a.message,
  a.crawl_ids
from (
  select
    s.unit_id, max(u.name) as unit_name, s.report_year, s.due_on,
    s.due_on < (now() at time zone 'Asia/Shanghai')::date as due_passed,
    bool_and(s.proven) as proven,
    string_agg(distinct s.message, '；') as message,
    coalesce(array_agg(s.crawl_id order by s.source_id) filter (where s.crawl_id is not null), '{}') as crawl_ids
  from core.absence_by_source s
  left join core.unit_today u on u.unit_id = s.unit_id
  group by s.unit_id, s.report_year, s.due_on
) a;

comment on view mart.absence is '未见年报的依据：应发布而没有年报的单位和年度一行，列出看过哪些列表页，以及能否证明没有发布';
comment on column mart.absence.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.absence.unit_name is '发布单位现用名称';
comment on column mart.absence.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.absence.due_on is '发布时限';
comment on column mart.absence.due_passed is '时限是否已过';
comment on column mart.absence.proven is '是否能证明：登记的每个来源都在时限之后完整读过，其中没有一条可能是该单位该年度的年报';
comment on column mart.absence.pages is '看过的列表页（JSON 数组）：source_id 来源，url 网址，read_at 时间，status 应答，not_modified 是否答“未变”，sha256 存档的内容，items 条目数，reports 像年报的条目数，failure 失败原因';
comment on column mart.absence.message is '说明：读了哪些列表、有多少条、为何没有一条相符，或为何不能证明';
comment on column mart.absence.crawl_ids is '据以判断的采集编号，每个来源最多一次；各页见 mart.list_page';
