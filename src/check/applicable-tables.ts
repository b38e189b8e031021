import { FORM_TABLE_BY_ID } from '../catalogue/forms.js';
import { CROSS_YEAR_IDENTITIES, type Identity, REPORT_IDENTITIES } from '../catalogue/identities.js';
import type { TemplateId } from '../model/extraction.js';

/**
 * The form tables of a report that an identity is asked of. Tables are recognised one by one, so the report's own
 * tables decide; `template` only where the table in question wasn't recognised. Empty: the identity is of another
 * form, and there is nothing to say.
 */
export function applicableTables(
  identity: Identity,
  held: ReadonlySet<string>,
  template: TemplateId | null,
): readonly string[] {
  const asked = ASKED.get(identity)!;
  const found = asked.filter((id) => held.has(id));
  if (found.length > 0) return found;
  const subjects = new Set([...held].map((id) => FORM_TABLE_BY_ID.get(id)?.subject));
  return asked.filter((id) => {
    const table = FORM_TABLE_BY_ID.get(id)!;
    return !subjects.has(table.subject) && couldBeOf(table.template, template, held.size > 0);
  });
}

/** The form tables that each identity speaks of. */
const ASKED: ReadonlyMap<Identity, readonly string[]> = new Map(
  [...REPORT_IDENTITIES, ...CROSS_YEAR_IDENTITIES].map((identity) => [
    identity,
    [...new Set(identity.equations.flatMap(({ formTables }) => formTables))],
  ]),
);

/** 表四 is the same in both forms that have it; a report of unknown form may be of any, with 表四 not of 2014. */
function couldBeOf(table: TemplateId | null, report: TemplateId | null, holdsTables: boolean): boolean {
  if (report === null) return table !== 't2014' || !holdsTables;
  return table === null ? report !== 't2014' : table === report;
}
