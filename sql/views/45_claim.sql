create view mart.claim as
select
  r.unit_id,
  r.report_year,
  row_number() over (partition by r.unit_id, r.report_year order by s.ordinal, c.place) - 1 as ordinal,
  n.subject,
  n.label_zh,
  c.f[3]::numeric as value,
  nullif(c.f[4], '-') as unit,
  case when c.f[6] like '%n%' then 'none' else 'number' end as kind,
  case
    when c.f[6] like '%o%' then 'over'
    when c.f[6] like '%u%' then 'under'
    when c.f[6] like '%a%' then 'about'
    when c.f[6] like '%r%' then 'range'
  end as qualifier,
  case
    when c.f[6] like '%x%' then 'other_year'
    when c.f[6] like '%s%' then 'as_of'
    when c.f[6] like '%c%' then 'cumulative'
    else 'report_year'
  end as period,
  case when c.f[7] is null then coalesce(r.named_year, r.report_year) else nullif(c.f[7], '-')::integer end as about_year,
  s.ordinal as section_ordinal,
  s.code as section_code,
  c.f[1]::integer as span_start,
  c.f[1]::integer + c.f[2]::integer as span_end,
  substr(s.text, c.f[1]::integer + 1, c.f[2]::integer) as text,
  r.document_sha256
from core.current_report r
join core.section s on s.unit_id = r.unit_id and s.report_id = r.report_id
cross join lateral (
  select string_to_array(item, ' ') as f, place
  from unnest(string_to_array(s.claims, ';')) with ordinality as packed (item, place)
) c
left join core.narrative_subject n on n.no::text = c.f[5];

comment on view mart.claim is '现行年报正文写明的数：一行一个，与 mart.figure 的表内数据分开，不可混用；同一指标可有多行';
comment on column mart.claim.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.claim.report_year is '统计年度（数据所属年度，次年发布）';
comment on column mart.claim.ordinal is '在年报正文中的先后，从 0 起';
comment on column mart.claim.subject is '叙述指标代码，见 mart.narrative_subject；不能确定说的是什么时为空';
comment on column mart.claim.label_zh is '叙述指标中文名称';
comment on column mart.claim.value is '数值，以 unit 计；文字表明没有的为 0';
comment on column mart.claim.unit is '原文的计量单位；文字表明没有的为空';
comment on column mart.claim.kind is '写法：number 写明的数，none 文字表明没有（未收到、未发生、无）';
comment on column mart.claim.qualifier is '非确数的修饰：over 余、多、超过，under 近、不足，about 约、左右，range 数值范围的一端；确数为空';
comment on column mart.claim.period is '所说时间：report_year 统计年度，other_year 其他年度，as_of 截至某日，cumulative 历年累计；只有 report_year 是当年数';
comment on column mart.claim.about_year is '所说的年份；不能确定为空';
comment on column mart.claim.section_ordinal is '所在部分的次序，同 mart.section.ordinal';
comment on column mart.claim.section_code is '所在部分代码，同 mart.section.code';
comment on column mart.claim.span_start is '在该部分正文中的起点（字符，从 0 起）';
comment on column mart.claim.span_end is '在该部分正文中的终点（字符，不含）';
comment on column mart.claim.text is '原文';
comment on column mart.claim.document_sha256 is '原始文件的 SHA-256，即存档文件名';

create view mart.narrative_subject as
select subject, label_zh from core.narrative_subject;

comment on view mart.narrative_subject is '叙述指标：年报正文中可辨认的数';
comment on column mart.narrative_subject.subject is '叙述指标代码';
comment on column mart.narrative_subject.label_zh is '叙述指标中文名称';
