import type { Measured } from './measure-run.js';

/** All runs together. */
export class Tally {
  runs = 0;
  killed = 0;
  workers = 0;
  published = 0;
  held = 0;
  lost = 0;
  duplicated = 0;
  overRate = 0;
  falseComplete = 0;
  fragments = 0;
  broken = 0;
  requests = 0;
  readonly faults = new Map<string, number>();

  add(run: Measured): void {
    this.runs += 1;
    this.killed += run.killed > 0 ? 1 : 0;
    this.workers += run.workers >= 4 ? 1 : 0;
    this.published += run.published;
    this.held += run.held;
    this.lost += run.lost.length;
    this.duplicated += run.duplicated.length;
    this.overRate += run.overRate.length;
    this.falseComplete += run.falseComplete.length;
    this.fragments += run.fragments;
    this.broken += run.broken.length;
    this.requests += run.requests;
    for (const name of run.faults) this.faults.set(name, (this.faults.get(name) ?? 0) + 1);
  }

  get ok(): boolean {
    const wrong = this.lost + this.duplicated + this.overRate + this.falseComplete + this.broken;
    return wrong === 0 && this.held === this.published;
  }
}

export function failuresOf(run: Measured): string[] {
  const { lost, duplicated, overRate, falseComplete, broken } = run;
  return Object.entries({ lost, duplicated, overRate, falseComplete, broken }).flatMap(([name, all]) =>
    all.map((text) => `  ${name}: ${text}`),
  );
}

export function summary(tally: Tally): string {
  const faults = [...tally.faults].sort(([a], [b]) => a.localeCompare(b));
  return [
    `runs ${tally.runs}, in ${tally.killed} a process was killed, in ${tally.workers} four workers shared the work`,
    `requests ${tally.requests}, with a fault: ${faults.map(([name, count]) => `${name} ${count}`).join(', ')}`,
    `lists told complete that weren't ${tally.falseComplete}, collectors that gave up ${tally.broken}, ` +
      `answers that were no whole report and are kept as versions ${tally.fragments}`,
  ].join('\n');
}

/** The line that everything is about. */
export function lastLine({ published, held, lost, duplicated, overRate }: Tally): string {
  return `published ${published} held ${held} lost ${lost} duplicated ${duplicated} over_rate ${overRate}`;
}
