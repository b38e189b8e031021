import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readUnitsFile, UnitsFileError } from '../../src/ingest/registry/units-file.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'units-'));
});
afterEach(() => rm(folder, { recursive: true }));

const HEADER = 'unit_id,name,kind,division_code,parent_id,valid_from,valid_to';

async function read(content: string | Buffer) {
  const path = join(folder, 'units.csv');
  await writeFile(path, content);
  return readUnitsFile(path);
}

async function problemsOf(...rows: string[]): Promise<string[]> {
  const error = await read([HEADER, ...rows].join('\n')).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UnitsFileError);
  return (error as UnitsFileError).message.split('\n').map((line) => line.replace(`${folder}/`, ''));
}

const CITY = 'anqiu,安丘市人民政府,government,370784,,,';

describe('a units file is read', () => {
  test('with every column, and several dated names of one unit', async () => {
    const units = await read(
      [
        HEADER,
        CITY,
        'huiqu,辉渠乡人民政府,town,370784204,anqiu,,2009-12-31',
        'huiqu,辉渠镇人民政府,town,370784112000,anqiu,2010-01-01,',
      ].join('\r\n'),
    );
    expect(units).toEqual([
      {
        unitId: 'anqiu',
        name: '安丘市人民政府',
        kind: 'government',
        divisionCode: '370784',
        parentId: null,
        validFrom: null,
        validTo: null,
      },
      {
        unitId: 'huiqu',
        name: '辉渠乡人民政府',
        kind: 'town',
        divisionCode: '370784204',
        parentId: 'anqiu',
        validFrom: null,
        validTo: '2009-12-31',
      },
      {
        unitId: 'huiqu',
        name: '辉渠镇人民政府',
        kind: 'town',
        divisionCode: '370784112000',
        parentId: 'anqiu',
        validFrom: '2010-01-01',
        validTo: null,
      },
    ]);
  });

  test('with a byte order mark, the first three columns only, in another order, and emptied rows', async () => {
    expect(await read('\ufeffname,kind,unit_id\n安丘市人民政府,government,anqiu\n,,\n\n')).toEqual([
      {
        unitId: 'anqiu',
        name: '安丘市人民政府',
        kind: 'government',
        divisionCode: null,
        parentId: null,
        validFrom: null,
        validTo: null,
      },
    ]);
  });

  test('saved as GB18030', async () => {
    const name = Buffer.from('b0b2c7f0cad0', 'hex'); // 安丘市
    const bytes = Buffer.concat([
      Buffer.from('unit_id,name,kind\nanqiu,'),
      name,
      Buffer.from(',government\n'),
    ]);
    expect((await read(bytes))[0]?.name).toBe('安丘市');
  });
});

describe('an error names the line, the column and what is expected', () => {
  test.each([
    [
      'An_Qiu,安丘市,government,,,,',
      'units.csv:2: unit_id: expected lower-case letters, digits and "-" such as anqiu-huiqu, got "An_Qiu"',
    ],
    ['anqiu,,government,,,,', 'units.csv:2: name: expected the name of the unit, got ""'],
    ['anqiu,安丘市,goverment,,,,', '(did you mean "government"?), got "goverment"'],
    [
      'anqiu,安丘市,government,3.70784E+11,,,',
      'units.csv:2: division_code: expected 6, 9 or 12 digits (in Excel, format the column as text), got "3.70784E+11"',
    ],
    [
      'anqiu,安丘市,government,,,2021/1/1,',
      'units.csv:2: valid_from: expected a day as YYYY-MM-DD such as 2021-12-30, or nothing, got "2021/1/1"',
    ],
    ['anqiu,安丘市,government,,,,2021-02-30', 'valid_to: expected a day'],
    [
      'anqiu,安丘市,government,,,2022-01-01,2021-01-01',
      'units.csv:2: valid_to: expected a day not before valid_from 2022-01-01, got "2021-01-01"',
    ],
    [
      'anqiu,安丘市,government,,anqui,,',
      'units.csv:2: parent_id: no unit "anqui" in this file; did you mean "anqiu"?',
    ],
    ['anqiu,安丘市,government,,,,,,x', 'units.csv:2: expected 7 cells, got 9'],
    ['anqiu,"安丘市,government', 'not a CSV line'],
    [
      'anqiu,安丘\0市,government',
      'units.csv:2: name: expected the name of the unit without control characters',
    ],
  ])('%s', async (row, problem) => {
    expect((await problemsOf(row)).join('\n')).toContain(problem);
  });

  test('rows of one unit that overlap, to the day', async () => {
    const rows = (to: string) => [CITY, `a,甲镇,town,,anqiu,,${to}`, 'a,乙镇,town,,anqiu,2020-01-01,'];
    expect(await problemsOf(...rows('2020-01-01'))).toEqual([
      'units.csv:4: unit_id: "a" is there twice at one time: 2020-01-01 to … overlaps … to 2020-01-01 of line 3; set valid_to and valid_from',
    ]);
    const [city, earlier, later] = rows('2020-01-01') as [string, string, string];
    expect(await problemsOf(city, later, earlier)).toHaveLength(1);
    expect(await read([HEADER, ...rows('2019-12-31')].join('\n'))).toHaveLength(3);
  });

  test('parents that run in a circle, told once', async () => {
    expect(await problemsOf('a,甲,town,,b,,', 'b,乙,town,,c,,', 'c,丙,town,,a,,', 'd,丁,town,,a,,')).toEqual([
      'units.csv:2: parent_id: the parents run in a circle: a → b → c → a',
    ]);
  });

  test('every wrong row at once', async () => {
    expect(await problemsOf('A,甲,town,,,,', CITY, 'b,乙,twn,1,,,')).toHaveLength(3);
  });

  test('a wrong header, an empty file, a missing file', async () => {
    await expect(read('unit_id,nam,kind\n')).rejects.toThrow(
      'units.csv:1: unknown column "nam", did you mean "name"?',
    );
    await expect(read('unit_id,name\n')).rejects.toThrow('column "kind" is missing');
    await expect(read('unit_id,name,kind,name\n')).rejects.toThrow('column "name" is there twice');
    await expect(read('')).rejects.toThrow('units.csv:1: empty file');
    await expect(read('unit_id,name,kind\n')).rejects.toThrow('units.csv:2: expected a row for each unit');
    await expect(read('unit_id;name;kind\na;b;town\n')).rejects.toThrow(
      'units.csv:1: columns are set apart by ";"; expected commas: unit_id,name',
    );
    await expect(readUnitsFile(join(folder, 'none.csv'))).rejects.toThrow('none.csv: no such file');
  });
});
