import type { BoardContext } from './board.js';

/** What a form sent: every field as a list, since a field may be sent several times. The database holds no NUL. */
export async function formOf(c: BoardContext): Promise<(name: string) => string[]> {
  const body = await c.req.parseBody({ all: true });
  return (name) =>
    [body[name] ?? []]
      .flat()
      .flatMap((value) => (typeof value === 'string' ? value.replaceAll('\0', '') : []));
}
