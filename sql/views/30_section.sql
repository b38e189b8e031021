create view mart.section as
select
  r.unit_id, r.report_year, s.ordinal, s.code, s.heading, s.text, r.document_sha256
from core.current_report r
join core.section s on s.unit_id = r.unit_id and s.report_id = r.report_id;

comment on view mart.section is '现行年报的各部分文字：一行一个部分，表格不在其中';
comment on column mart.section.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.section.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.section.ordinal is '在年报中的顺序，从 0 起';
comment on column mart.section.code is '部分代码：preamble 引言，overview 总体情况，proactive 主动公开，applications 依申请公开，review_litigation 复议诉讼，problems 问题及改进，other 其他事项，extra 格式之外';
comment on column mart.section.heading is '标题（原文），引言为空';
comment on column mart.section.text is '正文（原文），段落以换行分隔';
comment on column mart.section.document_sha256 is '原始文件的 SHA-256，即存档文件名';
