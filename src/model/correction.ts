/**
 * correction 更正 a person's decision on one cell: what the figure should be, who says so, and why; beside what was
 * reported, never in its place
 */
export interface CorrectionRequest {
  readonly unitId: string;
  readonly reportYear: number;
  readonly indicator: string;
  readonly applicant: string | null;
  /** Decimal as text, exact; null says that there should be no number. */
  readonly value: string | null;
  /** Takes the standing decision back. */
  readonly withdrawn: boolean;
  readonly by: string;
  readonly why: string;
}
