import type { BoardContext } from '../board.js';
import { STATES } from '../words.js';

interface Props {
  readonly c: BoardContext;
  /** As `findingId` gives; null where the list's check boxes tell which. */
  readonly finding: string | null;
  readonly state?: string;
}

/** Which finding a form is about. */
export function findingId({ unitId, year, key }: { unitId: string; year: number; key: string }): string {
  return `${unitId} ${year} ${key}`;
}

/** What an officer says of one finding, or of all that are ticked. */
export function DecideForm({ c, finding, state = 'open' }: Props) {
  const back = c.req.path + (new URL(c.req.url).search ?? '');
  return (
    <form method="post" action="/decisions" data-once id={finding === null ? 'decide-many' : undefined}>
      <input type="hidden" name="token" value={c.get('board').sessions.formToken(c.get('session'))} />
      <input type="hidden" name="back" value={back} />
      {finding !== null && <input type="hidden" name="finding" value={finding} />}
      <fieldset>
        <legend>处理</legend>
        {STATES.filter(({ id }) => id !== state).map(({ id, act }) => (
          <label>
            <input type="radio" name="state" value={id} required /> {act}
          </label>
        ))}
      </fieldset>
      <label>
        说明（退回整改、有异议必填，写明理由或要求）
        <textarea name="note" maxlength={1000} />
      </label>
      <button class="primary" type="submit">
        提交
      </button>
    </form>
  );
}
