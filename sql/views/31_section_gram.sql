create view mart.section_gram as
select r.unit_id, r.report_year, g.grams
from core.current_report r
left join core.section_gram g
  on g.unit_id = r.unit_id and g.report_id = r.report_id and g.digest = r.digest;

comment on view mart.section_gram is '全文检索的索引，一行一份现行年报：各部分文字中相邻两字的编号。先按编号找出可能含有某词的年报，再到 mart.section 核对文字';
comment on column mart.section_gram.unit_id is '单位代码';
comment on column mart.section_gram.report_year is '统计年度';
comment on column mart.section_gram.grams is '相邻两字的编号（src/store/board/grams-of.ts），升序；null：尚未编入索引，检索时逐份查看文字';
