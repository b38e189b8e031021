create view mart.application_outcome as
select
  r.unit_id,
  r.report_year,
  s.indicator as outcome,
  s.applicant,
  -- Asked cell by cell, and only of documents that were corrected: joined, it was gathered anew for every cell wherever a
  -- planner took a filter on outcome_group to leave one row.
  case when r.document_sha256 in (select document_sha256 from core.correction) then (
    select case when count(*) = 0 then cell.value else max(k.value) end
    from core.standing_correction k
    where k.unit_id = r.unit_id and k.report_id = r.report_id and k.document_sha256 = r.document_sha256
      and k.indicator = s.indicator and k.applicant = s.applicant
  ) else cell.value end as count,
  case
    when s.indicator like 'results.%.%' then split_part(s.indicator, '.', 2)
    else substr(s.indicator, length('results.') + 1)
  end as outcome_group,
  i.label_zh as outcome_label_zh,
  s.indicator = 'results.total' or s.applicant = 'total' as is_total,
  r.document_sha256
from core.current_report r
join core.table_reading t on t.unit_id = r.unit_id and t.report_id = r.report_id and t.part = 0
join core.form_slot s on s.form_table = t.form_table and s.indicator like 'results.%'
join core.indicator i on i.indicator = s.indicator
cross join lateral (
  select coalesce((t.exceptions -> s.slot::text ->> 'v')::numeric, t.values[s.slot + 1]) as value
) cell
where coalesce(substr(t.states, s.slot + 1, 1), 'n') <> '.'
  -- A report that prints table 三 of both forms counts once, by the rows of the form that it is said to have. What both
  -- print alike is read where it stands first, which may be the other's table.
  and (t.form_table = r.template || '.applications' or exists (
    select from core.form_slot own
    left join core.table_reading o on o.unit_id = r.unit_id and o.report_id = r.report_id and o.part = 0
      and o.form_table = own.form_table and coalesce(substr(o.states, own.slot + 1, 1), 'n') <> '.'
    where own.form_table = r.template || '.applications'
      and own.indicator = s.indicator and own.applicant = s.applicant and o.unit_id is null));

comment on view mart.application_outcome is '依申请公开办理结果：一个单位一个年度一种结果一类申请人一行，只列表三“本年度办理结果”印有的各行';
comment on column mart.application_outcome.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.application_outcome.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.application_outcome.outcome is '办理结果：指标代码，如 results.granted（予以公开）、results.total（总计）；小计不在其中，可按 outcome_group 汇总';
comment on column mart.application_outcome.applicant is '申请人类型代码；total 为总计列';
comment on column mart.application_outcome.count is '件数：有人工更正时取更正值；空白、文字等为空，绝不为 0';
comment on column mart.application_outcome.outcome_group is '结果大类：granted 予以公开，partially_granted 部分公开，denied 不予公开，unable 无法提供，not_processed 不予处理，other 其他处理，total 总计';
comment on column mart.application_outcome.outcome_label_zh is '办理结果中文名称';
comment on column mart.application_outcome.is_total is '是否为总计行或总计列；汇总时须剔除，以免重复计数';
comment on column mart.application_outcome.document_sha256 is '原始文件的 SHA-256，即存档文件名';
