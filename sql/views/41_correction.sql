-- A decision stands on the cell and the document that it was made of. Where either has changed it waits to be judged again,
-- until there is another decision on that figure: made later, or standing on the current report.
create view mart.correction as
select
  d.unit_id,
  d.report_year,
  d.indicator,
  nullif(d.applicant, '') as applicant,
  case when f.document_sha256 = d.document_sha256 then f.reported_value end as reported_value,
  d.raw,
  d.value,
  d.withdrawn,
  d.corrected_by,
  d.reason,
  d.corrected_at,
  coalesce(f.document_sha256 = d.document_sha256 and f.corrected_at = d.corrected_at, false) as stands,
  case
    when d.withdrawn then '已撤回'
    when f.document_sha256 = d.document_sha256 and f.corrected_at = d.corrected_at then '有效'
    when d.decided_again or f.corrected_at is not null then '已被后来的更正取代'
    when f.document_sha256 = d.document_sha256 then '重新读取后单元格已不同，须重新判断'
    else '原文已改版，须重新判断'
  end as standing_zh,
  d.document_sha256,
  d.table_no,
  d.row_no,
  d.column_no
from (
  select
    held.unit_id, held.report_year, c.*,
    c.corrected_at < max(c.corrected_at)
      over (partition by held.unit_id, held.report_year, c.indicator, c.applicant) as decided_again
  from core.correction c
  join core.report held on held.document_sha256 = c.document_sha256
) d
left join mart.figure f
  on f.unit_id = d.unit_id and f.report_year = d.report_year
  and f.indicator = d.indicator and coalesce(f.applicant, '') = d.applicant;

comment on view mart.correction is '人工更正：每次更正一行，含历史；只加注，不改动年报所载';
comment on column mart.correction.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.correction.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.correction.indicator is '指标代码，见 mart.indicator';
comment on column mart.correction.applicant is '申请人类型代码（表三各列），其他表为空';
comment on column mart.correction.reported_value is '年报所载数值';
comment on column mart.correction.raw is '更正时单元格的原文';
comment on column mart.correction.value is '更正值；空表示此处不应有数';
comment on column mart.correction.withdrawn is '是否为撤回';
comment on column mart.correction.corrected_by is '更正人';
comment on column mart.correction.reason is '更正理由';
comment on column mart.correction.corrected_at is '更正时间';
comment on column mart.correction.stands is '现在是否有效';
comment on column mart.correction.standing_zh is '状态说明';
comment on column mart.correction.document_sha256 is '原始文件的 SHA-256，即存档文件名';
comment on column mart.correction.table_no is '表在文件中的序号，从 0 起';
comment on column mart.correction.row_no is '单元格所在行，从 0 起';
comment on column mart.correction.column_no is '单元格所在列，从 0 起';
