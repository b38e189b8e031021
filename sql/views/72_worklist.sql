create view mart.worklist as
select
  f.unit_id,
  f.report_year,
  f.check_id,
  f.severity,
  f.outcome,
  f.message,
  f.evidence,
  f.indicator,
  f.applicant,
  f.table_no,
  f.row_no,
  f.column_no,
  f.document_sha256,
  f.finding_key,
  coalesce(d.state, 'open') as state,
  case coalesce(d.state, 'open')
    when 'open' then '待处理'
    when 'accepted' then '属实'
    when 'disputed' then '有异议'
    when 'sent_back' then '已退回整改'
    when 'done' then '已办结'
  end as state_zh,
  d.note,
  d.decided_by,
  d.decided_at
from mart.finding f
left join core.latest_decision d
  on d.unit_id = f.unit_id and d.report_year = f.report_year and d.finding_key = f.finding_key
  and d.document_sha256 = coalesce(f.document_sha256, '');

comment on view mart.worklist is '问题处理：mart.finding 的每条发现及人工处理意见；重新检查不会丢失意见，年报改版后须重新处理';
comment on column mart.worklist.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.worklist.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.worklist.check_id is '检查项代码';
comment on column mart.worklist.severity is '严重程度：blocker 严重，error 错误，warning 警告，info 提示';
comment on column mart.worklist.outcome is '判定：pass 通过，fail 不通过，uncertain 存疑，not_assessable 无法判定；读取发现为空';
comment on column mart.worklist.message is '说明';
comment on column mart.worklist.evidence is '依据：所据单元格或文字';
comment on column mart.worklist.indicator is '所涉指标代码';
comment on column mart.worklist.applicant is '所涉申请人类型代码';
comment on column mart.worklist.table_no is '所涉表的序号，从 0 起';
comment on column mart.worklist.row_no is '所涉行，从 0 起';
comment on column mart.worklist.column_no is '所涉列，从 0 起';
comment on column mart.worklist.document_sha256 is '原始文件的 SHA-256；跨年度的发现为空';
comment on column mart.worklist.finding_key is '发现的标识：同一发现每次检查都相同';
comment on column mart.worklist.state is '处理状态：open 待处理，accepted 属实，disputed 有异议，sent_back 已退回整改，done 已办结';
comment on column mart.worklist.state_zh is '处理状态（中文）';
comment on column mart.worklist.note is '处理意见；未处理为空';
comment on column mart.worklist.decided_by is '处理人；未处理为空';
comment on column mart.worklist.decided_at is '处理时间；未处理为空';

create view mart.decision as
select
  d.unit_id,
  d.report_year,
  d.check_id,
  d.severity,
  d.message,
  d.state,
  d.note,
  d.decided_by,
  d.decided_at,
  nullif(d.document_sha256, '') as document_sha256,
  d.finding_key,
  exists (
    select from mart.finding f
    where f.unit_id = d.unit_id and f.report_year = d.report_year and f.finding_key = d.finding_key
      and coalesce(f.document_sha256, '') = d.document_sha256
  ) as still_found
from core.decision d;

comment on view mart.decision is '处理意见：每次处理一行，含历史；只增不改';
comment on column mart.decision.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.decision.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.decision.check_id is '检查项代码';
comment on column mart.decision.severity is '处理时的严重程度';
comment on column mart.decision.message is '处理时的说明';
comment on column mart.decision.state is '处理状态：open 重新打开，accepted 属实，disputed 有异议，sent_back 已退回整改，done 已办结';
comment on column mart.decision.note is '处理意见';
comment on column mart.decision.decided_by is '处理人';
comment on column mart.decision.decided_at is '处理时间';
comment on column mart.decision.document_sha256 is '所涉原始文件的 SHA-256；跨年度的发现为空';
comment on column mart.decision.finding_key is '发现的标识';
comment on column mart.decision.still_found is '该发现现在是否仍在';
