import { type DecisionRequest, saveDecisions } from '../store/judgement/decisions.js';
import type { BoardContext } from './board.js';
import { formOf } from './form.js';
import { ownPath } from './own-path.js';
import { errorPage } from './pages/error-page.js';
import { STATES } from './words.js';

/** POST /decisions: what an officer says of one finding or several. */
export async function decide(c: BoardContext): Promise<Response> {
  const form = await formOf(c);
  const state = STATES.find(({ id }) => id === form('state')[0])?.id;
  const note = form('note')[0]?.trim().slice(0, LONGEST_NOTE) ?? '';
  if (!state) return errorPage(c, 400, '没有选择处理方式', '请返回上一页，选择一种处理方式。');
  if (note === '' && NEEDS_NOTE.has(state))
    return errorPage(c, 400, '缺少说明', '退回整改、有异议须写明理由或要求。请返回上一页补充。');
  const requests = form('finding').flatMap((id) => requestOf(id, state, note));
  if (requests.length === 0) return errorPage(c, 400, '没有选择问题', '请返回上一页，勾选要处理的问题。');
  const { name: actor, role } = c.get('session');
  const by = { actor, role, address: c.get('address') };
  const saved = await c.get('board').database.use((db) => saveDecisions(db, requests, by, new Date()));
  if (saved < requests.length)
    return errorPage(
      c,
      409,
      '有的问题已不存在',
      `${requests.length} 条中 ${saved} 条已保存；其余在您打开页面之后已因重新读取或检查而消失，请刷新核对。`,
    );
  return c.redirect(ownPath(form('back')[0], '/findings'), 303);
}

function requestOf(id: string, state: DecisionRequest['state'], note: string): DecisionRequest[] {
  const [, unitId, year, findingKey] = /^(\S+) (\d{4}) ([0-9a-f]{32})$/.exec(id) ?? [];
  if (!unitId || !year || !findingKey) return [];
  return [{ unitId, reportYear: Number(year), findingKey, state, note }];
}

const NEEDS_NOTE: ReadonlySet<string> = new Set(['disputed', 'sent_back']);
const LONGEST_NOTE = 1000;
