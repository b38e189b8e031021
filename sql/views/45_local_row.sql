create view mart.local_row as
select
  r.unit_id,
  r.report_year,
  t.table_no,
  (cell ->> 0)::integer as row_no,
  (cell ->> 1)::integer as column_no,
  cell ->> 2 as label,
  cell ->> 3 as heading,
  cell ->> 4 as raw,
  r.document_sha256
from core.current_report r
join core.local_table t on t.unit_id = r.unit_id and t.report_id = r.report_id
cross join lateral jsonb_array_elements(t.cells) cell;

comment on view mart.local_row is '国家格式之外的统计数字：一行一个单元格，照原文保留。含各地自定的统计表（多见于 2008 至 2013 年）、各地在国家格式中增加的行和列（如历年累计）、以及格式内不能确定含义而未采用的单元格';
comment on column mart.local_row.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.local_row.report_year is '统计年度（数据所属年度，次年发布）；数字本身可能是别的期间，看 heading';
comment on column mart.local_row.table_no is '表在文件中的序号，从 0 起';
comment on column mart.local_row.row_no is '单元格所在行，从 0 起';
comment on column mart.local_row.column_no is '单元格所在列，从 0 起';
comment on column mart.local_row.label is '该行的文字（原文，去空白），多格以“ / ”分隔';
comment on column mart.local_row.heading is '该列的表头（原文，去空白），多层以“ / ”分隔；没有表头为空';
comment on column mart.local_row.raw is '单元格原文，去掉首尾空白';
comment on column mart.local_row.document_sha256 is '原始文件的 SHA-256，即存档文件名';
