create view mart.revision as
select
  v.unit_id, u.name as unit_name, v.report_year, v.from_document, v.to_document, v.from_since, v.changed_at,
  v.source_url, v.same_address, v.figures_changed, v.changes, v.text_changed
from core.revision v
left join core.unit_today u on u.unit_id = v.unit_id;

comment on view mart.revision is '发布后改动：同一单位同一统计年度先后两个版本一行，两个版本均已存档';
comment on column mart.revision.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.revision.unit_name is '发布单位现用名称';
comment on column mart.revision.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.revision.from_document is '先前版本原始文件的 SHA-256';
comment on column mart.revision.to_document is '后来版本原始文件的 SHA-256';
comment on column mart.revision.from_since is '首次见到先前版本的时间';
comment on column mart.revision.changed_at is '首次见到后来版本的时间；实际改动在此之前、上次查看之后';
comment on column mart.revision.source_url is '后来版本的网址';
comment on column mart.revision.same_address is '两个版本是否在同一网址';
comment on column mart.revision.figures_changed is '数值不同的格数；两个版本由不同解析版本读取时为空';
comment on column mart.revision.changes is '不同的各格（JSON 数组）：indicator 指标，applicant 申请人类型，label_zh 名称，from、to 原文，from_value、to_value 数值';
comment on column mart.revision.text_changed is '文字是否不同';
