create view mart.report_version as
select
  r.unit_id,
  r.report_year,
  r.document_sha256,
  r.since,
  r.collected_at,
  r.source_url,
  r.title,
  r.media_type,
  c.report_id is not null as is_current
from core.report r
left join core.current_report c on c.unit_id = r.unit_id and c.report_id = r.report_id;

comment on view mart.report_version is '年报版本：同一单位同一统计年度采集到的每份文件一行，含已被替换的';
comment on column mart.report_version.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.report_version.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.report_version.document_sha256 is '原始文件的 SHA-256，即存档文件名';
comment on column mart.report_version.since is '发布方开始提供该文件的时间（以采集为准）';
comment on column mart.report_version.collected_at is '首次采集到该文件的时间';
comment on column mart.report_version.source_url is '来源网址';
comment on column mart.report_version.title is '标题（原文）';
comment on column mart.report_version.media_type is '文件类型';
comment on column mart.report_version.is_current is '是否现行版本';
