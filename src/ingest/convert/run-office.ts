import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConversionError } from './conversion-error.js';
import type { Office } from './find-office.js';

/**
 * Converts a .doc or .wps to .docx, in a folder and with a profile of its own that are removed again: no settings of
 * the user's, no macros, no network.
 * @throws ConversionError
 */
export async function convertWithOffice(
  bytes: Uint8Array,
  office: Office,
  { timeoutMs = TIMEOUT_MS }: { readonly timeoutMs?: number } = {},
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-office-'));
  try {
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), SETTINGS);
    const source = join(folder, 'original.doc');
    await writeFile(source, bytes);
    const said = await run(
      office.path,
      [`-env:UserInstallation=${pathToFileURL(profile).href}`, ...ARGUMENTS, folder, source],
      timeoutMs,
    );
    return await readFile(join(folder, 'original.docx')).catch((cause: unknown) => {
      throw new ConversionError(`LibreOffice ${office.version} made no .docx: ${said || 'it said nothing'}`, {
        cause,
      });
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** What the program printed. It starts children, so the whole group is ended when time is up. */
function run(path: string, args: readonly string[], timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let late = false;
    const hear = (data: Buffer): void => {
      if (said.length < MOST_HEARD) said += data.toString();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const timer = setTimeout(() => {
      late = true;
      endGroup(child.pid);
    }, timeoutMs);
    child.on('error', (cause) => {
      clearTimeout(timer);
      reject(new ConversionError(`${path} could not be run`, { cause }));
    });
    child.on('close', () => {
      clearTimeout(timer);
      if (late) reject(new ConversionError(`${path} took longer than ${timeoutMs / 1000} s and was ended`));
      else resolve(said.trim());
    });
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

const ARGUMENTS = ['--headless', '--norestore', '--nolockcheck', '--convert-to', 'docx', '--outdir'];

/** A report takes one to four seconds. */
const TIMEOUT_MS = 120_000;
const MOST_HEARD = 2000;

/** Macros off, and all network through a proxy that isn't there: documents may link pictures from anywhere. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
${[
  ['Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
]
  .map(([path, name, value]) => setting(`org.openoffice.Office.${path}`, name!, value!))
  .join('\n')}
${[
  ['ooInetProxyType', '1'],
  ['ooInetHTTPProxyName', '127.0.0.1'],
  ['ooInetHTTPProxyPort', '9'],
  ['ooInetHTTPSProxyName', '127.0.0.1'],
  ['ooInetHTTPSProxyPort', '9'],
]
  .map(([name, value]) => setting('org.openoffice.Inet/Settings', name!, value!))
  .join('\n')}
</oor:items>
`;

function setting(path: string, name: string, value: string): string {
  return `<item oor:path="/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
}
