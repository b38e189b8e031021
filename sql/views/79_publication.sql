create view mart.publication as
select
  y.unit_id,
  y.report_year,
  case
    when e.unit_id is null then 'unexpected'
    when r.unit_id is not null and r.public_on is null then 'date_unknown'
    when r.public_on > e.due_on then 'late'
    when r.unit_id is not null then 'on_time'
    when x.unit_id is not null then 'unread'
    when e.due_on < (now() at time zone 'Asia/Shanghai')::date then 'missing'
    else 'not_yet_due'
  end as status,
  e.due_on,
  e.basis,
  r.public_on as published_on,
  case when r.public_on > e.due_on then r.public_on - e.due_on end as days_late,
  r.revised_at,
  r.document_sha256
from (
  select unit_id, report_year from core.expectation
  union
  select unit_id, report_year from core.report
  union
  select unit_id, report_year from core.unread_year
) y
left join core.expectation e on e.unit_id = y.unit_id and e.report_year = y.report_year
left join core.current_report r on r.unit_id = y.unit_id and r.report_year = y.report_year
left join core.unread_year x on x.unit_id = y.unit_id and x.report_year = y.report_year;

comment on view mart.publication is '发布情况：应发布或已发布的每个单位每个统计年度一行，各状态互斥，相加等于总数';
comment on column mart.publication.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.publication.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.publication.status is '状态：on_time 按时，late 逾期，date_unknown 已发布而日期不明，unread 已发布而未能读取，missing 未发布，not_yet_due 未到期，unexpected 不在应发布之列而已发布';
comment on column mart.publication.due_on is '应不迟于该日发布；不在应发布之列为空';
comment on column mart.publication.basis is '时限依据';
comment on column mart.publication.published_on is '发布日期；不明为空';
comment on column mart.publication.days_late is '逾期天数；未逾期为空';
comment on column mart.publication.revised_at is '改版时间；未改过为空';
comment on column mart.publication.document_sha256 is '现行年报原始文件的 SHA-256';
