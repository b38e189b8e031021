/** The tables of what people do on the board, as in sql/migrations/0016_board.sql. */
export interface BoardTables {
  'core.decision': {
    unit_id: string;
    report_year: number;
    finding_key: string;
    document_sha256: string;
    decided_at: Date;
    state: string;
    note: string;
    decided_by: string;
    check_id: string;
    severity: string;
    message: string;
  };
  'ops.audit': {
    audit_id: string;
    at: Date;
    actor: string;
    role: string;
    address: string;
    action: string;
    unit_id: string | null;
    report_year: number | null;
    detail: string;
  };
}
