import type { Reporter } from './context.js';

/** One piece of work that is under way. */
export interface PacedWork {
  readonly step: () => void;
  readonly end: () => void;
}

/** Says of all that is under way how much is done, and how long the rest takes at the pace so far. */
export class Pace {
  readonly #works = new Map<string, Work>();
  constructor(
    private readonly report: Pick<Reporter, 'progress'>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Begins `total` steps of one name: a host. */
  begin(name: string, total: number): PacedWork {
    const work = { name, total, done: 0, since: this.now() };
    this.#works.set(name, work);
    return {
      step: () => {
        work.done += 1;
        this.report.progress(this.#line());
      },
      end: () => void this.#works.delete(name),
    };
  }

  #line(): string {
    const works = [...this.#works.values()];
    const done = works.reduce((sum, work) => sum + work.done, 0);
    const total = works.reduce((sum, work) => sum + work.total, 0);
    const lefts = works.map((work) => this.#secondsLeft(work));
    const left = Math.max(...lefts);
    const slowest = works[lefts.indexOf(left)]!;
    const hosts = works.length === 1 ? works[0]!.name : `${works.length} hosts`;
    const last = works.length === 1 ? '' : `, ${slowest.name} the longest`;
    return `collect ${hosts}: ${done} of ${total} pages, ${inWords(left)}${last}`;
  }

  /** Infinite where there is no pace yet. */
  #secondsLeft({ done, total, since }: Work): number {
    if (done >= total) return 0;
    if (done === 0) return Number.POSITIVE_INFINITY;
    return (((this.now() - since) / done) * (total - done)) / 1000;
  }
}

interface Work {
  readonly name: string;
  readonly total: number;
  readonly since: number;
  done: number;
}

function inWords(seconds: number): string {
  if (seconds === 0) return 'done';
  if (!Number.isFinite(seconds)) return 'time left not known yet';
  if (seconds < 90) return `about ${Math.max(1, Math.round(seconds))} s left`;
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} min left`;
  return `about ${(seconds / 3600).toFixed(1)} h left`;
}
