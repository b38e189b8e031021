/**
 * division  区划    a province, city, county or township as 统计用区划代码 lists it on a day
 * edition   版本    that day: codes change with 撤乡设镇 and 撤县设区
 */
export interface Division {
  /** GB/T 2260 (6 digits) down to the county, 9 digits for a township. */
  readonly code: string;
  readonly name: string;
  readonly level: 'province' | 'city' | 'county' | 'township';
  /** Null for a province. */
  readonly parentCode: string | null;
}
