create view mart.indicator as
select indicator, label_zh, unit, type, templates, comparability, basis, ordinal
from core.indicator;

comment on view mart.indicator is '指标：一行一个指标，定义一次';
comment on column mart.indicator.indicator is '指标代码';
comment on column mart.indicator.label_zh is '指标中文名称（表中标签，自外而内）';
comment on column mart.indicator.unit is '计量单位；表式未印明的为空';
comment on column mart.indicator.type is '类型：int 非负整数，signed_int 可为负的整数，decimal 可有小数';
comment on column mart.indicator.templates is '含有该指标的表式';
comment on column mart.indicator.comparability is '跨表式可比性：A 同一口径，B 相近（序列有可见断点），C 不可比';
comment on column mart.indicator.basis is '依据的《政府信息公开条例》条款';
comment on column mart.indicator.ordinal is '在表式中的先后次序';
