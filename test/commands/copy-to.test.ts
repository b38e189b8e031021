import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findServerBinaries, startServer } from '../store/server.js';
import { nianbao } from './nianbao.js';

test.skipIf(!process.env.TEST_DATABASE_URL && findServerBinaries() === null)(
  'the sample moves to a server, where every figure is derived again from the archive',
  async () => {
    const env = { NIANBAO_DATA: mkdtempSync(join(tmpdir(), 'nianbao-copy-to-')) };
    const server = await startServer();
    try {
      const url = await server.createDatabase();
      expect((await nianbao(['run', '--once'], { env })).code).toBe(0);
      const moved = await nianbao(['copy-to', url], { env });
      expect(moved.code, moved.stderr).toBe(0);
      const there = { env: { ...env, DATABASE_URL: url } };
      const verified = await nianbao(['verify', '--all'], there);
      expect(verified.code, verified.stderr).toBe(0);
      const question = 'select * from mart.unit_year order by unit_id, report_year';
      expect((await nianbao(['sql', question], there)).stdout).toBe(
        (await nianbao(['sql', question], { env })).stdout,
      );
      const again = await nianbao(['copy-to', url], { env });
      expect(again.code).toBe(2);
      expect(again.stderr).toContain('holds data already; nothing was changed');
      expect((await nianbao(['copy-to', 'nowhere'], { env })).code).toBe(2);
      expect((await nianbao(['copy-to', 'postgresql://127.0.0.1:1/x'], { env })).stderr).toContain(
        'nothing answers there. Start the server or correct the address given to copy-to',
      );
    } finally {
      await server.stop();
    }
  },
);
