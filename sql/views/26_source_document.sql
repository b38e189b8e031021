create view mart.source_document as
select
  c.unit_id,
  c.report_year,
  c.url as source_url,
  c.document_sha256,
  d.media_type,
  d.byte_length,
  d.first_seen_at as collected_at,
  c.since as served_since,
  c.listed_title,
  f.code as refusal,
  f.message as refusal_message
from raw.capture c
join raw.document d on d.sha256 = c.document_sha256
left join core.refusal f on f.document_sha256 = c.document_sha256;

comment on view mart.source_document is '原始文件清单：一个网址提供过的一个文件一行，已被替换的版本和未能读取的文件也在内';
comment on column mart.source_document.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）；采集时不明的为空';
comment on column mart.source_document.report_year is '统计年度（数据所属年度，次年发布）；采集时不明的为空';
comment on column mart.source_document.source_url is '来源网址';
comment on column mart.source_document.document_sha256 is '原始文件的 SHA-256，即存档文件名';
comment on column mart.source_document.media_type is '文件类型';
comment on column mart.source_document.byte_length is '文件大小，字节';
comment on column mart.source_document.collected_at is '首次采集到该文件的时间';
comment on column mart.source_document.served_since is '该网址开始提供该文件的时间（采集所见）';
comment on column mart.source_document.listed_title is '列表页上的标题';
comment on column mart.source_document.refusal is '未能成为年报的原因代码；已读取的为空';
comment on column mart.source_document.refusal_message is '未能成为年报的原因';
