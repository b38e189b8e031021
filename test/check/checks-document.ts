import { CHECKS, type Check } from '../../src/catalogue/checks.js';
import { CROSS_YEAR_IDENTITIES, REPORT_IDENTITIES } from '../../src/catalogue/identities.js';
import type { QualityCheck } from '../../src/catalogue/quality-check.js';
import { FORM_CHECKS } from '../../src/catalogue/quality-form.js';
import { SERIES_CHECKS } from '../../src/catalogue/quality-series.js';
import { PROSE_CHECKS } from '../../src/catalogue/quality-text.js';
import { THRESHOLDS } from '../../src/catalogue/quality-thresholds.js';
import { ROLL_UPS } from '../../src/catalogue/roll-ups.js';
import { TEXT_CHECKS } from '../../src/catalogue/text-checks.js';

/** docs/checks.md, from the catalogue. */
export function checksDocument(): string {
  const named = (list: readonly { readonly id: string }[]): Check[] =>
    list.map(({ id }) => CHECKS.find((check) => check.id === id)!);
  const groups: readonly (readonly [string, readonly Check[]])[] = [
    ['表内勾稽', named(REPORT_IDENTITIES)],
    ['跨年勾稽', named(CROSS_YEAR_IDENTITIES)],
    ['文表一致', TEXT_CHECKS],
    ['标题、栏目与表格', FORM_CHECKS],
    ['文字', PROSE_CHECKS],
    ['历年、同级与上下级', SERIES_CHECKS],
    ['汇总', ROLL_UPS],
  ];
  const known = new Set(groups.flatMap(([, checks]) => checks.map(({ id }) => id)));
  const others = CHECKS.filter(({ id }) => !known.has(id));
  const parts = [...groups, ['发布与其他', others] as const].map(
    ([name, checks]) => `## ${name}\n\n${HEAD}\n${checks.map(row).join('\n')}\n`,
  );
  const thresholds = Object.entries(THRESHOLDS).map(
    ([name, { value, source }]) => `| ${name} | ${value} | ${source} |`,
  );
  return `${INTRODUCTION}\n${parts.join('\n')}\n## 门槛\n\n| 名称 | 数值 | 来源 |\n|---|---|---|\n${thresholds.join('\n')}\n`;
}

function row(check: Check): string {
  return `| \`${check.id}\` | ${check.nameZh} | ${check.severity} | ${asked(check)} | ${check.rule} | ${check.basis} |`;
}

function asked({ fromYear, kinds, ofForm }: Partial<QualityCheck>): string {
  const said = [
    ...(fromYear ? [`${fromYear} 年度起`] : []),
    ...(kinds ? [kinds.join('、')] : []),
    ...(ofForm ? ['2019 年度只提示'] : []),
  ];
  return said.join('；') || '—';
}

const HEAD = '| 代码 | 名称 | 最重 | 适用 | 规则 | 依据 |\n|---|---|---|---|---|---|';

const INTRODUCTION = `# 检查项

由 \`src/catalogue/\` 生成：\`UPDATE=1 npx vitest run test/check/checks.test.ts\`。

每项检查有四种判定：\`pass\` 通过、\`fail\` 不通过、\`uncertain\` 存疑（不扣分）、\`not_assessable\` 无法判定。严重程度：\`blocker\`
不成其为年报，\`error\` 须更正，\`warning\` 须人工判断，\`info\` 提示；表中为最重的一档。各地可在来源文件中改定，或以 \`off\` 关闭：

\`\`\`yaml
checks:
  late-publication: warning
  copy-last-year: "off"
# 当年政务公开工作要点的用词（key-work-missing），没有相应执法权的单位类型（coercion-vs-power）
key_work: { 2023: [营商环境, 惠企政策] }
without_power: { street: [coercion] }
\`\`\`

改定只影响判为不通过的发现（\`mart.finding\`、评分），不必重新读取；关闭的检查不计入 \`mart.compliance\`。
`;
