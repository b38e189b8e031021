import type { Act } from '../../store/judgement/audit.js';
import { minute, reportPath, STATES } from '../words.js';

/** Who did what on the board. */
export function AuditTable({ acts }: { readonly acts: readonly Act[] }) {
  if (acts.length === 0) return <p class="hint">还没有。</p>;
  return (
    <table class="grid wide">
      <caption>近的在前</caption>
      <thead>
        <tr>
          {['时间', '署名', '角色', '地址', '操作', '所涉', '内容'].map((text) => (
            <th scope="col">{text}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {acts.map(({ at, actor, role, address, action, unitId, reportYear, detail }) => (
          <tr>
            <td>{minute(at)}</td>
            <td>{actor}</td>
            <td>{ROLES[role] ?? '—'}</td>
            <td>{address}</td>
            <td>{actionZh(action)}</td>
            <td>
              {unitId && reportYear && (
                <a href={reportPath(unitId, reportYear)}>
                  {unitId} {reportYear}
                </a>
              )}
            </td>
            <td>{detail}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function actionZh(action: string): string {
  const state = action.startsWith('decide:') ? action.slice('decide:'.length) : null;
  return STATES.find(({ id }) => id === state)?.act ?? ACTIONS[action] ?? action;
}

const ROLES: Readonly<Record<string, string>> = { office: '政务公开办', reader: '只读' };
const ACTIONS: Readonly<Record<string, string>> = {
  login: '登录',
  'login-failed': '登录失败',
  correct: '更正数据',
};
