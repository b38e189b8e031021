-- What the watch found, as the office weighs it.
create view core.weighed_watch_finding as
select
  w.unit_id, w.report_year, w.check_id, coalesce(s.severity, w.severity) as severity, w.outcome, w.message, w.evidence,
  w.document_sha256
from core.watch_finding w
left join core.check_setting s on s.check_id = w.check_id
where s.severity is distinct from 'off';

create view mart.finding as
select
  unit_id, report_year, check_id, severity, outcome, message, evidence,
  indicator, applicant, table_no, row_no, column_no, document_sha256, finding_key
from core.finding
union all
select
  unit_id, report_year, check_id, severity, outcome, message, evidence,
  null, null, null::integer, null::integer, null::integer, document_sha256,
  core.finding_key(check_id, null, null, null, null, null, evidence, null, message)
from core.weighed_watch_finding
union all
-- A decision whose cell has changed is a person's to make again.
select
  unit_id, report_year, 'correction-reopened', 'warning', null,
  '人工更正须重新判断：' || standing_zh || '（原文“' || raw || '”，更正为 ' || coalesce(value::text, '无数') || '，' || corrected_by || '：' || reason || '）',
  null::jsonb, indicator, applicant, table_no, row_no, column_no, document_sha256,
  core.finding_key('correction-reopened', indicator, applicant, table_no, row_no, column_no, null, null, '')
from mart.correction
where not stands and not withdrawn and standing_zh like '%须重新判断';

comment on view mart.finding is '发现的问题与提示：现行年报的、跨年度核对的，以及不能成为年报的文件';
comment on column mart.finding.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.finding.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.finding.check_id is '检查项代码；read/…、recognise/…、extract/… 为读取过程自身的提示';
comment on column mart.finding.severity is '严重程度：blocker 不成其为年报，error 须更正，warning 须人工判断，info 提示';
comment on column mart.finding.outcome is '判定：fail 不通过，uncertain 存疑，not_assessable 无法判定，pass 通过；读取过程自身的提示为空';
comment on column mart.finding.message is '说明';
comment on column mart.finding.evidence is '依据：所涉单元格或文字（JSON 数组）';
comment on column mart.finding.indicator is '所涉指标';
comment on column mart.finding.applicant is '所涉申请人类型';
comment on column mart.finding.table_no is '所涉表序号';
comment on column mart.finding.row_no is '所涉行';
comment on column mart.finding.column_no is '所涉列';
comment on column mart.finding.document_sha256 is '所涉原始文件的 SHA-256；跨年度核对的为空';
comment on column mart.finding.finding_key is '发现的标识：同一发现每次检查都相同，人工处理意见据此对应';
