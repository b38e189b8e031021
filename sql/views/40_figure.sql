create view mart.figure as
select
  unit_id,
  report_year,
  indicator,
  applicant,
  counted_value as value,
  value as reported_value,
  unit,
  raw,
  state,
  document_sha256,
  table_no,
  row_no,
  column_no,
  form_table,
  label_zh,
  corrected_by,
  corrected_at,
  correction_reason,
  parser_version
from core.current_cell;

comment on view mart.figure is '现行年报的数据：一行一个单元格，空白也在内';
comment on column mart.figure.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.figure.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.figure.indicator is '指标代码，见 mart.indicator';
comment on column mart.figure.applicant is '申请人类型代码（表三各列），其他表为空';
comment on column mart.figure.value is '数值：有人工更正时取更正值，否则同 reported_value；空白、文字等为空，绝不为 0';
comment on column mart.figure.reported_value is '年报所载数值';
comment on column mart.figure.unit is '计量单位：件、项、万元、元；原文未写明为空';
comment on column mart.figure.raw is '单元格原文，去掉首尾空白';
comment on column mart.figure.state is '状态：number 数字，annotated 带单位或注释的数字，blank 空白，placeholder 占位符，text 文字，withheld 有内容但含义不能确定，暂不采用';
comment on column mart.figure.document_sha256 is '原始文件的 SHA-256，即存档文件名';
comment on column mart.figure.table_no is '表在文件中的序号，从 0 起';
comment on column mart.figure.row_no is '单元格所在行，从 0 起';
comment on column mart.figure.column_no is '单元格所在列，从 0 起';
comment on column mart.figure.form_table is '所属表式的表';
comment on column mart.figure.label_zh is '指标中文名称';
comment on column mart.figure.corrected_by is '更正人；没有人工更正时为空';
comment on column mart.figure.corrected_at is '更正时间';
comment on column mart.figure.correction_reason is '更正理由';
comment on column mart.figure.parser_version is '解析版本';
