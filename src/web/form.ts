import type { BoardContext } from './board.js';

/** What a form sent: every field as a list, since a field may be sent several times. */
export async function formOf(c: BoardContext): Promise<(name: string) => string[]> {
  const body = await c.req.parseBody({ all: true });
  return (name) => [body[name] ?? []].flat().filter((value) => typeof value === 'string');
}
