/** The registry of the sample: an invented province with one city, two counties and four publishing units. */
import type { TruthUnit } from '../generate/truth.js';

export interface SampleUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: 'government' | 'town' | 'street';
  readonly divisionCode: string;
  readonly parent: string | null;
}

/** Codes are of the range 99, which GB/T 2260 doesn't give out. */
export const SAMPLE_UNITS: readonly SampleUnit[] = [
  { id: 'shili', name: '示例省人民政府', kind: 'government', divisionCode: '990000', parent: null },
  { id: 'yunting', name: '云汀市人民政府', kind: 'government', divisionCode: '990100', parent: 'shili' },
  { id: 'beiyuan', name: '北塬县人民政府', kind: 'government', divisionCode: '990121', parent: 'yunting' },
  { id: 'nanhu', name: '南瑚区人民政府', kind: 'government', divisionCode: '990102', parent: 'yunting' },
  {
    id: 'beiyuan-qingshan',
    name: '青杉镇人民政府',
    kind: 'town',
    divisionCode: '990121101',
    parent: 'beiyuan',
  },
  {
    id: 'beiyuan-maiduo',
    name: '麦垛镇人民政府',
    kind: 'town',
    divisionCode: '990121102',
    parent: 'beiyuan',
  },
  { id: 'nanhu-yinghe', name: '映荷街道办事处', kind: 'street', divisionCode: '990102001', parent: 'nanhu' },
  { id: 'nanhu-weian', name: '苇岸镇人民政府', kind: 'town', divisionCode: '990102101', parent: 'nanhu' },
];

/** units.csv, as `nianbao units import` reads it. */
export function unitsCsv(): string {
  const rows = SAMPLE_UNITS.map((unit) =>
    [unit.id, unit.name, unit.kind, unit.divisionCode, unit.parent ?? '', '', ''].join(','),
  );
  return `unit_id,name,kind,division_code,parent_id,valid_from,valid_to\n${rows.join('\n')}\n`;
}

/** A unit with the name of its county, as its reports give them. */
export function sampleUnit(id: string): TruthUnit {
  const unit = SAMPLE_UNITS.find((candidate) => candidate.id === id);
  if (!unit || unit.kind === 'government') throw new Error(`${id} publishes no report in the sample`);
  const county = SAMPLE_UNITS.find((candidate) => candidate.id === unit.parent)!;
  return { name: unit.name, county: county.name.replace('人民政府', ''), kind: unit.kind };
}
