create view mart.unit_history as
select
  r.unit_id, r.name as unit_name, r.kind as unit_kind, r.division_code, r.parent_id,
  nullif(r.valid_from, '-infinity') as valid_from,
  nullif(r.valid_to, 'infinity') as valid_to,
  p.name as parent_name
from core.unit_record r
left join core.unit_today p on p.unit_id = r.parent_id;

comment on view mart.unit_history is '发布单位沿革：名称、类型、区划代码、上级各有起止日期，一段一行';
comment on column mart.unit_history.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.unit_history.unit_name is '该段时间的名称';
comment on column mart.unit_history.unit_kind is '该段时间的单位类型，同 mart.unit';
comment on column mart.unit_history.division_code is '该段时间的区划代码；撤乡设镇等会改变代码';
comment on column mart.unit_history.parent_id is '该段时间的上级单位代码';
comment on column mart.unit_history.valid_from is '起（含）；不限为空';
comment on column mart.unit_history.valid_to is '止（含）；不限为空';
comment on column mart.unit_history.parent_name is '上级单位现用名称';

create view mart.unit_event as
select
  unit_id, happened_on, kind,
  case kind
    when 'rename' then '更名' when 'status_change' then '建制变更（撤乡设镇、撤镇设街道、撤县设区等）' when 'merge' then '合并'
    when 'split' then '分立' when 'dissolve' then '撤销' when 'transfer' then '隶属变更' else '区划代码变更'
  end as kind_zh,
  from_units, to_units, name_before, name_after, breaks as series_break, recorded, source_url, note
from core.unit_change;

comment on view mart.unit_event is '发布单位变更：一个单位一次变更一行；登记的事件，以及由沿革记录得出的更名、建制、隶属变更';
comment on column mart.unit_event.unit_id is '涉及的发布单位代码；合并、分立涉及的每个单位各一行';
comment on column mart.unit_event.happened_on is '变更日期';
comment on column mart.unit_event.kind is '类型：rename、status_change、merge、split、dissolve、transfer、code_change';
comment on column mart.unit_event.kind_zh is '类型中文';
comment on column mart.unit_event.from_units is '变更前的单位';
comment on column mart.unit_event.to_units is '变更后的单位';
comment on column mart.unit_event.name_before is '变更前名称（由沿革记录得出的才有）';
comment on column mart.unit_event.name_after is '变更后名称（由沿革记录得出的才有）';
comment on column mart.unit_event.series_break is '是否使序列中断：更名、建制变更、合并、分立、撤销为 true；隶属、代码变更为 false';
comment on column mart.unit_event.recorded is 'true 登记的事件，false 由沿革记录得出';
comment on column mart.unit_event.source_url is '依据的网址';
comment on column mart.unit_event.note is '说明';

create view mart.unit_place as
select
  unit_id, report_year, name as unit_name, kind as unit_kind, division_code, parent_id, parent_name, existed,
  county_id, regexp_replace(county, '人民政府$', '') as county,
  city_id, regexp_replace(city, '人民政府$', '') as city,
  province_id, regexp_replace(province, '人民政府$', '') as province
from core.unit_place;

comment on view mart.unit_place is '发布单位历年归属：一个单位一个年度一行，名称和隶属均取当年 12 月 31 日有效的记录';
comment on column mart.unit_place.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.unit_place.report_year is '统计年度；凡有年报或应发布记录的年度';
comment on column mart.unit_place.unit_name is '当年末名称';
comment on column mart.unit_place.unit_kind is '当年末单位类型，同 mart.unit';
comment on column mart.unit_place.division_code is '当年末区划代码';
comment on column mart.unit_place.parent_id is '当年末上级单位代码';
comment on column mart.unit_place.parent_name is '当年末上级单位名称';
comment on column mart.unit_place.existed is '当年末是否存续；为 false 时其余各列取最近的记录';
comment on column mart.unit_place.county_id is '当年末所属县级政府的单位代码（县级政府即其本身）';
comment on column mart.unit_place.county is '当年末所属县（市、区）';
comment on column mart.unit_place.city_id is '当年末所属地级政府的单位代码';
comment on column mart.unit_place.city is '当年末所属地级市（州、盟）';
comment on column mart.unit_place.province_id is '当年末所属省级政府的单位代码';
comment on column mart.unit_place.province is '当年末所属省（自治区、直辖市）';
