import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findOffice } from '../../src/ingest/convert/find-office.js';

/** The LibreOffice of this machine, if it has one. */
export const OFFICE = await findOffice();

/** Prints or saves documents in another format with LibreOffice; by the name of each file without its ending. */
export function saveAs(
  format: 'pdf' | 'doc',
  files: readonly (readonly [string, Buffer])[],
): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-print-'));
  try {
    const paths = files.map(([name, bytes]) => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    });
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const target = format === 'doc' ? 'doc:MS Word 97' : format;
    const out = join(folder, 'out');
    execFileSync(OFFICE!.path, [profile, '--headless', '--convert-to', target, '--outdir', out, ...paths], {
      stdio: 'ignore',
    });
    return new Map(
      readdirSync(out).map((name) => [basename(name, extname(name)), readFileSync(join(out, name))]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
