create view mart.compliance_summary as
select
  unit_id,
  report_year,
  count(*)::integer as checks,
  count(*) filter (where outcome <> 'not_assessable')::integer as applicable,
  count(*) filter (where outcome = 'pass')::integer as passed,
  count(*) filter (where outcome = 'fail')::integer as failed,
  count(*) filter (where outcome = 'uncertain')::integer as uncertain
from mart.compliance
-- They repeat the outcomes of others (catalogue/roll-ups.ts).
where check_id not in ('identity-fail', 'carry-mismatch', 'text-table-mismatch', 'fee-conflict')
group by unit_id, report_year;

comment on view mart.compliance_summary is '检查汇总：一个单位一个年度一行，“适用 n 项、通过 m 项”；汇总项不重复计入';
comment on column mart.compliance_summary.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.compliance_summary.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.compliance_summary.checks is '检查项数';
comment on column mart.compliance_summary.applicable is '其中能判定的项数（通过、不通过、存疑）';
comment on column mart.compliance_summary.passed is '通过的项数';
comment on column mart.compliance_summary.failed is '不通过的项数';
comment on column mart.compliance_summary.uncertain is '存疑的项数';
