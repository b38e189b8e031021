import { beforeAll, expect, test } from 'vitest';
import { checkSeries } from '../../src/check/check-series.js';
import type { UnitEvent } from '../../src/model/unit-event.js';
import { unitSeries } from '../../src/store/judgement/unit-series.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveUnitEvents } from '../../src/store/units/unit-events.js';
import { saveUnits } from '../../src/store/units/units.js';
import { onEachDatabase } from './databases.js';
import { loadable, printed, saveCaptured, saveCounty, tableFigures } from './reports.js';

/** 新镇 is made of a and b in 2021; big takes in c (whose report isn't held) and d goes on publishing after it went into e. */
onEachDatabase('carry-over of merged units', (database) => {
  const carried = (unit: string, year: number, carriedIn: number, carriedOut: number) =>
    loadable(unit, year, `${unit} ${year}`, {
      figures: tableFigures('t2021.applications', 0, (indicator) =>
        printed(
          indicator === 'applications.carried_in'
            ? carriedIn
            : indicator === 'applications.carried_out'
              ? carriedOut
              : 0,
        ),
      ),
    });
  const merge = (fromUnits: string[], to: string): UnitEvent => ({
    kind: 'merge',
    happenedOn: '2021-06-01',
    fromUnits,
    toUnits: [to],
    sourceUrl: null,
    note: null,
  });
  const outcomeOf = async (unit: string, year = 2021) => {
    for await (const series of unitSeries(database().db, [unit])) {
      const found = checkSeries(series, '2024-01-01').find(({ reportYear }) => reportYear === year);
      return found?.outcomes['xy-carry'];
    }
    return undefined;
  };

  beforeAll(async () => {
    const { db } = database();
    await migrate(db);
    await saveCounty(db, 'county', ['a', 'b', 'big', 'c', 'd', 'e']);
    const made = { kind: 'town', divisionCode: null, parentId: 'county', validTo: null } as const;
    await saveUnits(db, [
      { ...made, unitId: 'new', name: '新镇', validFrom: '2021-06-01' },
      { ...made, unitId: 'wrong', name: '误镇', validFrom: '2021-06-01' },
    ]);
    await saveUnitEvents(db, [
      merge(['a', 'b'], 'new'),
      merge(['c'], 'big'),
      merge(['d'], 'e'),
      merge(['a', 'b'], 'wrong'),
    ]);
    await saveCaptured(db, [
      carried('a', 2020, 0, 2),
      carried('b', 2020, 0, 3),
      carried('new', 2021, 5, 1),
      carried('new', 2022, 1, 0),
      carried('wrong', 2021, 2, 0),
      carried('big', 2020, 0, 4),
      carried('big', 2021, 9, 0),
      carried('d', 2020, 0, 1),
      carried('d', 2021, 1, 0),
      carried('e', 2020, 0, 1),
      carried('e', 2021, 2, 0),
    ]);
  });

  test('a unit carries in what all that became it carried out', async () => {
    expect(await outcomeOf('new')).toBe('pass');
    expect(await outcomeOf('wrong')).toBe('fail');
    expect(await outcomeOf('new', 2022)).toBe('pass');
  });

  test('nothing is decided where a report of one of them is not held, or where one goes on publishing', async () => {
    expect(await outcomeOf('big')).toBe('not_assessable');
    expect(await outcomeOf('e')).toBe('not_assessable');
  });
});
