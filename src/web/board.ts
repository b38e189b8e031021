import type { Context } from 'hono';
import type { JobContext } from '../jobs/context.js';
import type { BoardMemory } from '../store/board/board-data.js';
import type { SharedDatabase } from '../store/postgres/shared-database.js';
import type { AccessSettings } from './access.js';
import type { LoginLimit } from './login-limit.js';
import type { Session, Sessions } from './session.js';

/** What the pages work with, made once. */
export interface Board {
  readonly database: SharedDatabase;
  readonly archive: JobContext['archive'];
  readonly access: AccessSettings;
  readonly sessions: Sessions;
  readonly loginLimit: LoginLimit;
  /** What the pages count. */
  readonly memory: BoardMemory;
  /** What the running job says of itself; null where none runs in this process. */
  readonly progress: () => { readonly since: Date; readonly lines: readonly string[] } | null;
  /** Of the schedule, in words; null where this process keeps none. */
  readonly schedule: string | null;
}

/** What Hono carries from the guard to the pages. */
export interface BoardEnv {
  readonly Variables: {
    readonly board: Board;
    readonly session: Session;
    /** Address of the other end of the connection. */
    readonly peer: string;
    /** Whose request it is: behind a proxy on this machine, of whom the proxy says. For the log. */
    readonly address: string;
  };
}

export type BoardContext = Context<BoardEnv>;
