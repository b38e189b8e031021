import type { Judgement } from '../quality/judgement.js';
import { judgeCopyOfLastYear, judgeCopyOfSibling, judgeProblemsCopied } from './judge-copies.js';
import {
  judgeAllZero,
  judgeChildren,
  judgeCopiesElsewhere,
  judgeFees,
  judgeIdentical,
  judgeOutliers,
} from './judge-figures.js';
import { judgeEnforcement, judgeRules } from './judge-powers.js';
import { judgeAssessment, judgeColumn, judgeKeyWork, judgeOtherName, judgeTownItems } from './judge-words.js';
import type { YearView } from './year-view.js';

/** Check id → its judge, for every check of scope `unit_year`. */
export const UNIT_YEAR_JUDGES: Readonly<Record<string, (view: YearView) => Judgement>> = {
  'assessment-missing': judgeAssessment,
  'town-items-missing': judgeTownItems,
  'key-work-missing': judgeKeyWork,
  'fee-unit-suspect': judgeFees,
  'all-zero': judgeAllZero,
  'rules-by-unentitled': judgeRules,
  'coercion-vs-power': judgeEnforcement,
  'decisions-outlier': judgeOutliers,
  'copy-last-year': judgeCopyOfLastYear,
  'copy-sibling': judgeCopyOfSibling,
  'identical-tables': judgeIdentical,
  'problems-copied': judgeProblemsCopied,
  'other-unit-name': judgeOtherName,
  'multi-platform-mismatch': judgeCopiesElsewhere,
  'wrong-column': judgeColumn,
  'agg-children': judgeChildren,
};
