/** A thread that answers one statement on the embedded database, so that the thread that started it can end it. */
import { parentPort, workerData } from 'node:worker_threads';
import { type QueryAnswer, queryReadOnly } from '../store/postgres/query-read-only.js';
import { explainFailure } from './explain-failure.js';
import { withOpenDatabase } from './with-database.js';

export interface Question {
  readonly dataFolder: string;
  readonly statement: string;
}

export type Reply =
  | { readonly answer: QueryAnswer }
  | { readonly failure: ReturnType<typeof explainFailure> };

const { dataFolder, statement } = workerData as Question;
const reply: Reply = await withOpenDatabase({ databaseUrl: null, dataFolder }, (db) =>
  queryReadOnly(db, statement),
).then(
  (answer) => ({ answer }),
  (error: unknown) => ({ failure: explainFailure(error) }),
);
parentPort!.postMessage(reply);
