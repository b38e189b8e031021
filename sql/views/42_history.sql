-- Which document stood for a unit and year, from when to when. A document without any statutory table never takes the
-- place of one that has some: an error page is no report.
create view core.report_shown as
-- The same bytes may have been seen before as another unit's: they were not this unit's report yet.
with held as not materialized (
  select
    r.unit_id, r.report_id, r.report_year, r.document_sha256, r.template, r.since, r.published_on, r.listed_on,
    case when exists (
      select from core.report other where other.document_sha256 = r.document_sha256 and other.unit_id <> r.unit_id
    ) then r.since else least(r.collected_at, r.since) end as first_at
  from core.report r
),
event as (
  select
    r.unit_id, r.report_id, r.report_year, r.document_sha256, e.at, coalesce(r.published_on, r.listed_on) as public_on
  from held r
  cross join lateral (select r.first_at as at union select r.since) e
  where r.template is not null or not exists (
    select from held better
    where better.unit_id = r.unit_id and better.report_year = r.report_year
      and better.template is not null and better.first_at <= e.at)
),
span as (
  select
    unit_id, report_id, report_year, public_on,
    (at at time zone 'Asia/Shanghai')::date as seen_on,
    (lead(at) over w at time zone 'Asia/Shanghai')::date as shown_to,
    row_number() over w = 1 as first
  from event
  window w as (partition by unit_id, report_year order by at, document_sha256)
)
select
  unit_id, report_id, report_year, seen_on, shown_to,
  case when first then least(public_on, seen_on) else seen_on end as shown_from
from span
where shown_to is null or shown_to > case when first then least(public_on, seen_on) else seen_on end;

create view mart.report_history as
select
  h.unit_id, u.name as unit_name, h.report_year, h.shown_from, h.shown_to, h.seen_on, r.template, r.title,
  coalesce(r.published_on, r.listed_on) as published_on, r.source_url, r.document_sha256
from core.report_shown h
join core.report r on r.unit_id = h.unit_id and r.report_id = h.report_id
left join core.unit_today u on u.unit_id = h.unit_id;

comment on view mart.report_history is '年报沿革：同一单位同一年度先后公开的各版本及起止日期，一段一行；按日取用见 mart.report_as_of';
comment on column mart.report_history.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.report_history.unit_name is '发布单位现用名称';
comment on column mart.report_history.report_year is '统计年度';
comment on column mart.report_history.shown_from is '公开起（含）：首个版本取其发布日期与首次见到日期中较早者，后来的版本取首次见到日期';
comment on column mart.report_history.shown_to is '公开止（不含）：下一版本首次见到的日期；现行版本为空';
comment on column mart.report_history.seen_on is '首次见到该版本的日期；shown_from 早于此日的一段以文中或列表所载发布日期为据，其间是否另有版本无从得知';
comment on column mart.report_history.template is '表式';
comment on column mart.report_history.title is '标题（原文）';
comment on column mart.report_history.published_on is '发布日期：文中日期，没有则取列表页日期';
comment on column mart.report_history.source_url is '来源网址';
comment on column mart.report_history.document_sha256 is '原始文件的 SHA-256，即存档文件名';

create view mart.figure_history as
select
  h.unit_id, h.report_year, c.indicator, c.applicant, c.value as reported_value, c.unit, c.raw, c.state,
  h.shown_from, h.shown_to, h.seen_on, r.document_sha256, c.table_no, c.row_no, c.column_no, c.form_table, c.label_zh
from core.report_shown h
join core.report r on r.unit_id = h.unit_id and r.report_id = h.report_id
join core.cell c on c.unit_id = h.unit_id and c.report_id = h.report_id;

comment on view mart.figure_history is '数据沿革：各版本所载数据及公开起止日期，只列年报所载，不含人工更正；按日取用见 mart.figure_as_of';
comment on column mart.figure_history.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.figure_history.report_year is '统计年度';
comment on column mart.figure_history.indicator is '指标代码，见 mart.indicator';
comment on column mart.figure_history.applicant is '申请人类型代码（表三各列），其他表为空';
comment on column mart.figure_history.reported_value is '该版本所载数值；空白、文字等为空，绝不为 0';
comment on column mart.figure_history.unit is '计量单位';
comment on column mart.figure_history.raw is '单元格原文';
comment on column mart.figure_history.state is '状态，同 mart.figure';
comment on column mart.figure_history.shown_from is '公开起（含），同 mart.report_history';
comment on column mart.figure_history.shown_to is '公开止（不含），现行版本为空';
comment on column mart.figure_history.seen_on is '首次见到该版本的日期';
comment on column mart.figure_history.document_sha256 is '原始文件的 SHA-256，即存档文件名';
comment on column mart.figure_history.table_no is '表在文件中的序号，从 0 起';
comment on column mart.figure_history.row_no is '单元格所在行，从 0 起';
comment on column mart.figure_history.column_no is '单元格所在列，从 0 起';
comment on column mart.figure_history.form_table is '所属表式的表';
comment on column mart.figure_history.label_zh is '指标中文名称';

-- Only views of mart inside: whoever may read mart may call them, and filters reach the tables.
create function mart.report_as_of(day date) returns setof mart.report_history
  language sql stable parallel safe
  as $$ select * from mart.report_history h where h.shown_from <= day and (h.shown_to is null or day < h.shown_to) $$;
comment on function mart.report_as_of(date) is '某日公开的年报：一个单位一个统计年度至多一行，列同 mart.report_history';

create function mart.figure_as_of(day date) returns setof mart.figure_history
  language sql stable parallel safe
  as $$ select * from mart.figure_history h where h.shown_from <= day and (h.shown_to is null or day < h.shown_to) $$;
comment on function mart.figure_as_of(date) is '某日公开的年报所载数据，列同 mart.figure_history';
