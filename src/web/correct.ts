import { recordAct } from '../store/judgement/audit.js';
import {
  NothingToWithdrawError,
  saveCorrections,
  UnknownFigureError,
} from '../store/judgement/corrections.js';
import type { BoardContext } from './board.js';
import { formOf } from './form.js';
import { errorPage } from './pages/error-page.js';
import { reportPath } from './words.js';

/** POST /reports/:unit/:year/figure: a person's value beside what was reported, with the reason, and in the audit log. */
export async function correct(c: BoardContext): Promise<Response> {
  const unitId = c.req.param('unit')!;
  const reportYear = Number(c.req.param('year'));
  const asked = read(await formOf(c));
  if (typeof asked === 'string') return wrong(c, asked);
  const { name: by, role } = c.get('session');
  const request = { unitId, reportYear, ...asked, by };
  const act = {
    at: new Date(),
    actor: by,
    role,
    address: c.get('address'),
    action: 'correct',
    unitId,
    reportYear,
  };
  const detail = describe(asked);
  try {
    await c
      .get('board')
      .database.use((db) =>
        saveCorrections(db, [request], act.at, (kysely) => recordAct(kysely, { ...act, detail })),
      );
  } catch (error) {
    if (error instanceof UnknownFigureError)
      return wrong(c, '现行年报中已没有这一格，可能已改版。请从报告页重新选择。');
    if (error instanceof NothingToWithdrawError)
      return wrong(c, '这一格没有可撤回的更正，可能已被他人撤回。');
    throw error;
  }
  return c.redirect(reportPath(unitId, reportYear), 303);
}

interface Asked {
  readonly indicator: string;
  readonly applicant: string | null;
  readonly value: string | null;
  readonly withdrawn: boolean;
  readonly why: string;
}

/** What the form asks for, or what is wrong with it. */
function read(form: (name: string) => string[]): Asked | string {
  const [kind, why] = [form('kind')[0] ?? '', form('why')[0]?.trim() ?? ''];
  const value = kind === 'value' ? (form('value')[0]?.trim() ?? '') : null;
  if (!['value', 'none', 'withdraw'].includes(kind)) return '没有选择更正方式。';
  if (value !== null && !DECIMAL.test(value)) return '更正值须是数字，如 12 或 3.5。';
  if (why === '') return '须写明更正理由。';
  const withdrawn = kind === 'withdraw';
  return {
    indicator: form('indicator')[0] ?? '',
    applicant: form('applicant')[0] || null,
    value,
    withdrawn,
    why,
  };
}

function describe({ indicator, applicant, value, withdrawn, why }: Asked): string {
  const cell = applicant === null ? indicator : `${indicator}@${applicant}`;
  return `${cell}：${withdrawn ? '撤回' : (value ?? '无数')}｜${why}`;
}

function wrong(c: BoardContext, advice: string) {
  return errorPage(c, 400, '更正未保存', `${advice}请返回上一页。`);
}

const DECIMAL = /^-?\d{1,15}(\.\d{1,6})?$/;
