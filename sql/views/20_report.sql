create view mart.report as
select
  r.unit_id,
  u.name as unit_name,
  r.report_year,
  r.template,
  r.title,
  r.public_on as published_on,
  r.source_url,
  r.document_sha256,
  r.collected_at,
  r.revised_at,
  r.named_unit,
  r.period_from,
  r.period_to,
  r.published_on is not null as published_on_stated,
  r.media_type,
  r.parser_version,
  r.parsed_at,
  r.identity -> 's' ->> 0 as signed_unit,
  (r.identity -> 's' ->> 1)::date as signed_on,
  r.identity -> 'c' ->> 0 as contact_phone,
  r.identity -> 'c' ->> 1 as contact_email,
  r.identity -> 'c' ->> 2 as contact_address,
  r.identity -> 'c' ->> 3 as contact_postcode,
  r.control
from core.current_report r
left join core.unit_today u on u.unit_id = r.unit_id;

comment on view mart.report is '现行年报：一个单位一个统计年度一行；同一年度有多个版本时取发布方最后开始提供的版本';
comment on column mart.report.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.report.unit_name is '发布单位现用名称';
comment on column mart.report.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.report.template is '表式：t2014、t2019（国办公开办函〔2019〕60号）、t2021（〔2021〕30号）；无法识别为空';
comment on column mart.report.title is '年报标题（原文）';
comment on column mart.report.published_on is '发布日期：文中日期；文中没有时取列表页标注的日期；都没有为空';
comment on column mart.report.source_url is '来源网址';
comment on column mart.report.document_sha256 is '原始文件的 SHA-256，即存档文件名';
comment on column mart.report.collected_at is '首次采集到该文件的时间';
comment on column mart.report.revised_at is '改版时间：本版本替换同一单位同一年度另一版本的时间；未改过为空';
comment on column mart.report.named_unit is '文中自称的发布单位';
comment on column mart.report.period_from is '统计期限起（文中所述）';
comment on column mart.report.period_to is '统计期限止（文中所述）';
comment on column mart.report.published_on_stated is '发布日期是否由文中写明（false 表示取自列表页或不明）';
comment on column mart.report.media_type is '文件类型';
comment on column mart.report.parser_version is '解析版本';
comment on column mart.report.parsed_at is '入库时间';
comment on column mart.report.signed_unit is '落款单位（原文），没有落款为空';
comment on column mart.report.signed_on is '落款日期，没有为空';
comment on column mart.report.contact_phone is '联系电话（原文）：正文首尾；正文没有时取页面其他位置，出处见 mart.identity_evidence';
comment on column mart.report.contact_email is '电子邮箱（原文），出处同上';
comment on column mart.report.contact_address is '地址（原文），出处同上';
comment on column mart.report.contact_postcode is '邮政编码（原文），出处同上';
comment on column mart.report.control is '第二种读法的对照结果：agreed 一致，differed 有出入（有出入的数据未采用），blind 有出入但属对照读法已知读不准的内容（以主读法为准），failed 对照读法未能读取，single_reader 这种文件只有一种读法，none 未作对照';
