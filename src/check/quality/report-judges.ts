import { judgeInfoFee } from './judge-info-fee.js';
import {
  judgeContact,
  judgeFeeTold,
  judgePeriod,
  judgePeriodThere,
  judgeSignature,
} from './judge-preamble.js';
import { judgeImprovement, judgeLength, judgeProblems, judgeRectification } from './judge-problems.js';
import {
  judgeExtraSections,
  judgeHeadings,
  judgeOrder,
  judgeOverviewTopics,
  judgeSectionSix,
  judgeSections,
} from './judge-sections.js';
import { judgeShape } from './judge-shape.js';
import {
  judgeBlanks,
  judgeNumbers,
  judgeOldTemplate,
  judgePdf,
  judgeTableImages,
  judgeTablesThere,
} from './judge-tables.js';
import {
  judgeBodyYear,
  judgeCharacters,
  judgeDeadlineClaim,
  judgePersonalData,
  judgePlaceholders,
} from './judge-text.js';
import { judgeTitle, judgeTitleYear } from './judge-title.js';
import type { Judgement } from './judgement.js';
import type { ReportView } from './report-view.js';

/** Check id → its judge, for every check of scope `report`. */
export const REPORT_JUDGES: Readonly<Record<string, (report: ReportView) => Judgement>> = {
  'title-nonstandard': judgeTitle,
  'title-year-wrong': judgeTitleYear,
  'period-missing': judgePeriodThere,
  'period-wrong': judgePeriod,
  'contact-missing': judgeContact,
  'signature-missing': judgeSignature,
  'section-missing': judgeSections,
  'section-six-missing': judgeSectionSix,
  'section-order': judgeOrder,
  'heading-nonstandard': judgeHeadings,
  'section-extra': judgeExtraSections,
  'section-one-incomplete': judgeOverviewTopics,
  'old-template-used': judgeOldTemplate,
  'table-missing': judgeTablesThere,
  'table-as-image': judgeTableImages,
  'pdf-only': judgePdf,
  'table-shape': judgeShape,
  'cell-blank': judgeBlanks,
  'cell-not-number': judgeNumbers,
  'body-year-stale': judgeBodyYear,
  'problems-missing': judgeProblems,
  'improvement-missing': judgeImprovement,
  'previous-rectification-missing': judgeRectification,
  'fee-info-missing': judgeFeeTold,
  'info-fee-implausible': judgeInfoFee,
  'placeholder-text': judgePlaceholders,
  'too-short': judgeLength,
  'sensitive-data': judgePersonalData,
  'broken-characters': judgeCharacters,
  'illogical-deadline-claim': judgeDeadlineClaim,
};
