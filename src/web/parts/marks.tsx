import { SEVERITIES, STATES, STATUSES } from '../words.js';

/** A severity in words and colour. */
export function SeverityMark({ severity }: { readonly severity: string }) {
  const { zh } = SEVERITIES.find(({ id }) => id === severity) ?? { zh: severity };
  return <span class={`mark sev-${severity}`}>{zh}</span>;
}

/** How far the handling of a finding is, in words and colour. */
export function StateMark({ state }: { readonly state: string }) {
  const { zh } = STATES.find(({ id }) => id === state) ?? { zh: state };
  return <span class={`mark state-${state}`}>{zh}</span>;
}

/** Whether and when a report was published, in words and colour. */
export function StatusMark({ status }: { readonly status: string }) {
  const { zh } = STATUSES.find(({ id }) => id === status) ?? { zh: status };
  return <span class={`mark pub-${status}`}>{zh}</span>;
}
