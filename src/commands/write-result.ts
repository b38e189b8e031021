import { once } from 'node:events';

/** Writes to standard output and waits while its reader is slow; a reader that went away (`| head`) ends the program. */
export async function writeResult(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
