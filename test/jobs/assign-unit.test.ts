import { describe, expect, test } from 'vitest';
import { assignUnit } from '../../src/jobs/assign-unit.js';
import { unlistedUnit } from '../../src/jobs/unlisted-unit.js';
import type { Extraction } from '../../src/model/extraction.js';
import type { UnitRecord } from '../../src/model/unit.js';

const unit = (unitId: string, name: string, parentId: string | null = null): UnitRecord => ({
  ...{ unitId, name, parentId, kind: 'town', divisionCode: null, validFrom: null, validTo: null },
});
const UNITS = [
  unit('anqiu', '安丘市人民政府'),
  unit('linqu', '临朐县人民政府'),
  unit('anqiu-taiping', '太平镇人民政府', 'anqiu'),
  unit('linqu-taiping', '太平镇人民政府', 'linqu'),
];

const extraction = (named: string | null, year: number | null): Extraction => ({
  mediaType: 'text/html',
  template: 't2021',
  identity: { unit: named, year, title: null, publishedOn: null, period: null },
  sections: [],
  figures: [],
  claims: [],
  findings: [],
  outcomes: {},
});
const nowhere = { unitId: null, reportYear: null, listedTitle: null };

describe('the unit of a document', () => {
  test('is the one that the source entry names, whatever the text calls itself', () => {
    expect(
      assignUnit(extraction('太平镇', 2021), { ...nowhere, unitId: 'linqu-taiping' }, UNITS),
    ).toMatchObject({
      unitId: 'linqu-taiping',
      findings: [],
    });
  });

  test('comes from the text where it names one unit of the registry alone', () => {
    expect(assignUnit(extraction('安丘市太平镇人民政府', 2021), nowhere, UNITS)).toMatchObject({
      unitId: 'anqiu-taiping',
    });
  });

  test('is not guessed where two counties have a township of that name', () => {
    expect(assignUnit(extraction('太平镇人民政府', 2021), nowhere, UNITS)).toMatchObject({
      refusal: { code: 'load/unit-unknown' },
    });
  });

  test('that contradicts the source entry is a finding', () => {
    const assigned = assignUnit(
      extraction('安丘市太平镇人民政府', 2021),
      { ...nowhere, unitId: 'linqu-taiping' },
      UNITS,
    );
    expect(assigned).toMatchObject({
      unitId: 'linqu-taiping',
      findings: [{ check: 'load/unit-contradiction' }],
    });
  });

  test('that the registry lacks is provisional, and its kind follows from its name', () => {
    expect(
      ['辉渠镇人民政府', '东湖街道办事处', '安丘市财政局', '宿迁市人民政府', '某县人民政府办公室'].map(
        (n) => unlistedUnit(n).kind,
      ),
    ).toEqual([...['town', 'street', 'department', 'government', 'government_office']]);
  });
});

describe('the report year', () => {
  const known = { ...nowhere, unitId: 'anqiu-taiping' };

  test("is the document's own; another one in the address is a finding", () => {
    expect(assignUnit(extraction(null, 2020), { ...known, reportYear: 2021 }, UNITS)).toMatchObject({
      reportYear: 2020,
      findings: [{ check: 'load/year-contradiction' }],
    });
  });

  test('comes from the list where the document has none, and is not guessed where nothing says it', () => {
    expect(assignUnit(extraction(null, null), { ...known, reportYear: 2021 }, UNITS)).toMatchObject({
      reportYear: 2021,
    });
    expect(assignUnit(extraction(null, null), known, UNITS)).toMatchObject({
      refusal: { code: 'load/year-unknown' },
    });
  });
});
