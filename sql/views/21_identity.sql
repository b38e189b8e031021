create view mart.identity_evidence as
select
  r.unit_id,
  r.report_year,
  e.ordinal::integer as ordinal,
  e.item ->> 0 as field,
  e.item ->> 1 as value,
  e.item ->> 2 as source,
  e.item ->> 3 as label,
  (e.item ->> 4)::integer as block_no,
  coalesce(e.item ->> 5, e.item ->> 1) as passage,
  (e.item ->> 6)::boolean as used,
  r.document_sha256
from core.current_report r
cross join lateral jsonb_array_elements(r.identity -> 'e') with ordinality as e(item, ordinal)
union all
select
  r.unit_id, r.report_year, 0, 'published_on', r.listed_on::text, 'list', null, null, r.source_url,
  r.published_on is null, r.document_sha256
from core.current_report r
where r.listed_on is not null;

comment on view mart.identity_evidence is '现行年报的标题、单位、年度、日期、期限和联系方式各见于何处：一处一行，未采用的也在内';
comment on column mart.identity_evidence.unit_id is '发布单位代码';
comment on column mart.identity_evidence.report_year is '统计年度';
comment on column mart.identity_evidence.ordinal is '序号：文中依据自1起，0为列表页';
comment on column mart.identity_evidence.field is '事项：title 标题、unit 单位、year 年度、published_on 发布日期、period 统计期限、phone 电话、email 邮箱、address 地址、postcode 邮编';
comment on column mart.identity_evidence.value is '该处所写（日期写作 YYYY-MM-DD，期限以“/”分隔，其余为原文）';
comment on column mart.identity_evidence.source is '位置：title 标题、metadata 网页元数据、signature 落款、text 正文、table 表格、page 正文之外的页面（页脚可能属于网站而不是单位）、list 列表页';
comment on column mart.identity_evidence.label is '元数据名称或文中的提示词，没有为空';
comment on column mart.identity_evidence.block_no is '在文档中的段落或表格序号，自0起；元数据和列表页为空';
comment on column mart.identity_evidence.passage is '原文片段；列表页为网址';
comment on column mart.identity_evidence.used is '是否与采用的值一致';
comment on column mart.identity_evidence.document_sha256 is '原始文件的 SHA-256';
