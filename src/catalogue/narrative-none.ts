import { APPLICATION_NONE } from './narrative-applications.js';
import { COURT_NONE } from './narrative-court.js';
import { FEE_NONE } from './narrative-other.js';
import type { NonePhrase } from './narrative-subjects.js';

/** How prose says that there is nothing; the first that fits counts. */
export const NARRATIVE_NONE: readonly NonePhrase[] = [...APPLICATION_NONE, ...COURT_NONE, ...FEE_NONE];
