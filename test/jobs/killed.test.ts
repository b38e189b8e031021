import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonLines, nianbao } from '../commands/nianbao.js';
import { findServerBinaries, startServer, type TestServer } from '../store/server.js';
import { EXPECTED } from './sample.js';

/** Everything that a run stores, but for times and ids of runs. */
const EVERYTHING = [
  'select unit_id, report_year, indicator, applicant, raw, value, state, table_no, row_no, column_no from mart.figure order by 1, 2, 3, 4',
  'select unit_id, report_year, check_id, severity, message from mart.finding order by 1, 2, 3, 5',
  'select unit_id, report_year, ordinal, code, heading, text from mart.section order by 1, 2, 3',
  'select parent_id, report_year, expected, published, parsed, late, missing from mart.coverage order by 1, 2',
];

async function contents(env: Record<string, string>): Promise<unknown[]> {
  const answers = [];
  for (const query of EVERYTHING)
    answers.push((await nianbao(['sql', '--format', 'json', query], { env })).stdout);
  return answers;
}

/** Milliseconds after the start at which a run is killed: from before the database is open to after all is stored. */
const MOMENTS = [700, 1300, 2000];

function suite(environment: () => Promise<Record<string, string>>): void {
  test('a run that is killed at any moment is made whole by the next', { timeout: 600_000 }, async () => {
    const whole = await environment();
    expect((await nianbao(['run', '--once'], { env: whole })).code).toBe(0);

    const killed = await environment();
    for (const killAfterMs of MOMENTS) await nianbao(['run', '--once'], { env: killed, killAfterMs });
    const last = await nianbao(['run', '--once'], { env: killed });
    expect(last.code, last.stderr).toBe(0);
    expect(await contents(killed)).toEqual(await contents(whole));

    const verified = await nianbao(['verify', '--all'], { env: killed });
    const figures = EXPECTED.reduce((sum, report) => sum + report.figures.length, 0);
    expect(verified.stdout).toBe(`verified 11 originals, 11 reports, ${figures} figures: 0 differences\n`);
    const { lastRun } = jsonLines(
      (await nianbao(['status', '--json'], { env: killed })).stdout.replaceAll('\n', ''),
    )[0] as {
      lastRun: object;
    };
    expect(lastRun).toMatchObject({ failed: 0 });
  });
}

const folder = (): string => mkdtempSync(join(tmpdir(), 'nianbao-killed-'));

describe('killed (embedded)', () => suite(async () => ({ NIANBAO_DATA: folder() })));

describe.skipIf(findServerBinaries() === null && !process.env.TEST_DATABASE_URL)('killed (server)', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());
  suite(async () => ({ NIANBAO_DATA: folder(), DATABASE_URL: await server.createDatabase() }));
});
