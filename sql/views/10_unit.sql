create view mart.unit as
with place as (
  select
    a.unit_id,
    max(t.name) filter (where t.division_code like '__0000%') as province,
    max(t.name) filter (where t.division_code like '____00%' and t.division_code not like '__0000%') as city,
    max(t.name) filter (where t.division_code not like '____00%') as county
  from core.unit_ancestor a
  join core.unit_today t on t.unit_id = a.ancestor_id
  where t.kind = 'government'
  group by a.unit_id
)
select
  u.unit_id,
  u.name as unit_name,
  u.kind as unit_kind,
  u.division_code,
  u.parent_id,
  regexp_replace(place.county, '人民政府$', '') as county,
  regexp_replace(place.city, '人民政府$', '') as city,
  regexp_replace(place.province, '人民政府$', '') as province,
  u.active
from core.unit_today u
left join place on place.unit_id = u.unit_id;

comment on view mart.unit is '发布单位（当前）：一行一个发布单位，名称、区划、上级均取今日有效的记录';
comment on column mart.unit.unit_id is '发布单位代码（本系统自定，不随更名、撤并变化）';
comment on column mart.unit.unit_name is '发布单位现用名称';
comment on column mart.unit.unit_kind is '单位类型：government 政府，government_office 政府办公厅（室），town 乡镇，street 街道，department 工作部门，branch 派出机构，functional_zone 功能区，vertical 垂直管理部门，authorised_body 授权组织，public_utility 公共企事业单位';
comment on column mart.unit.division_code is '行政区划代码（6 位）或统计用区划代码（9、12 位）；部门没有自己的代码，为空';
comment on column mart.unit.parent_id is '现上级单位代码';
comment on column mart.unit.county is '所属县（市、区）：由上级链条中具有县级区划代码的政府得出；链条中没有则为空';
comment on column mart.unit.city is '所属地级市（州、盟）：同上；直辖市所辖区县为空';
comment on column mart.unit.province is '所属省（自治区、直辖市）：同上';
comment on column mart.unit.active is '今日是否存续；已撤并单位为 false，其余各列取最后一次记录';
