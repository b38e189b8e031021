import { ReadError } from '../read-error.js';
import type { Box, Rule } from './pdf-marks.js';
import { cluster, Groups, mean, NEAR, type Ruling } from './pdf-rulings.js';

/** A table as its ruling lines draw it. */
export interface RuledTable extends Box {
  readonly cells: readonly RuledCell[];
  /** False where the lines enclose a shape that is no rectangle: then no cell of it can be trusted. */
  readonly sound: boolean;
}

export interface RuledCell extends Box {
  /** The table has no line at a side of this cell: outside of a ragged table, or an open edge. */
  readonly open: boolean;
  /** No line closes it above or below: at a page break it goes on. */
  readonly openAbove: boolean;
  readonly openBelow: boolean;
}

/** The cells that a frame of lines encloses; a side without a line joins two rooms into one cell. */
export function cellsOf(ruling: Ruling): RuledTable {
  const [left, right] = reach(ruling.level);
  const [top, bottom] = reach(ruling.upright);
  const level = [...ruling.level, edge(false, top, left, right), edge(false, bottom, left, right)];
  const upright = [...ruling.upright, edge(true, left, top, bottom), edge(true, right, top, bottom)];
  const xs = lanesOf(upright);
  const ys = lanesOf(level);
  if (xs.length * ys.length > MOST_ROOMS)
    throw new ReadError('read/too-large', `PDF 文件中的一个表格超过 ${MOST_ROOMS} 格，未读取`);
  const rooms = new Rooms(xs, ys);
  const walls = { level: new Walls(ruling.level), upright: new Walls(ruling.upright) };
  rooms.joinWhere((from, to, at) => !walls.upright.stand(at, from, to), true);
  rooms.joinWhere((from, to, at) => !walls.level.stand(at, from, to), false);
  const shapes = rooms.shapes();
  const cells = shapes.map(({ box }) => ({
    ...box,
    open:
      !walls.upright.stand(box.left, box.top, box.bottom) ||
      !walls.upright.stand(box.right, box.top, box.bottom),
    openAbove: !walls.level.stand(box.top, box.left, box.right),
    openBelow: !walls.level.stand(box.bottom, box.left, box.right),
  }));
  const bounds = { left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)! };
  return { ...bounds, cells, sound: shapes.every(({ full }) => full) };
}

function reach(rules: readonly Rule[]): [number, number] {
  return [Math.min(...rules.map(({ from }) => from)), Math.max(...rules.map(({ to }) => to))];
}

const edge = (upright: boolean, at: number, from: number, to: number): Rule => ({ upright, at, from, to });

function lanesOf(rules: readonly Rule[]): number[] {
  return cluster(rules, ({ at }) => at).map((lane) => mean(lane.map(({ at }) => at)));
}

/** Which stretches of the page have a line. */
class Walls {
  readonly #lanes = new Map<number, Rule[]>();

  constructor(rules: readonly Rule[]) {
    for (const rule of [...rules].sort((a, b) => a.from - b.from)) {
      const lane = Math.floor(rule.at / NEAR);
      this.#lanes.set(lane, [...(this.#lanes.get(lane) ?? []), rule]);
    }
  }

  /** Whether a line runs along (nearly) all of the stretch. */
  stand(at: number, from: number, to: number): boolean {
    const lane = Math.floor(at / NEAR);
    const near = [lane - 1, lane, lane + 1]
      .flatMap((nearby) => this.#lanes.get(nearby) ?? [])
      .filter((rule) => Math.abs(rule.at - at) <= NEAR)
      .sort((a, b) => a.from - b.from);
    let covered = from + NEAR;
    for (const rule of near) if (rule.from <= covered) covered = Math.max(covered, rule.to + NEAR);
    return covered >= to;
  }
}

/** The rooms between all lanes, before rooms without a wall between them become one cell. */
class Rooms {
  readonly #groups: Groups;
  readonly #columns: number;
  readonly #rows: number;

  constructor(
    private readonly xs: readonly number[],
    private readonly ys: readonly number[],
  ) {
    this.#columns = xs.length - 1;
    this.#rows = ys.length - 1;
    this.#groups = new Groups(this.#columns * this.#rows);
  }

  /** Joins each room with the next one to the right (or below) where nothing stands between them. */
  joinWhere(isOpen: (from: number, to: number, at: number) => boolean, across: boolean): void {
    const { xs, ys } = this;
    const [columns, rows] = across ? [this.#columns - 1, this.#rows] : [this.#columns, this.#rows - 1];
    for (let room = 0; room < columns * rows; room++) {
      const [row, column] = [Math.floor(room / columns), room % columns];
      const open = across
        ? isOpen(ys[row]!, ys[row + 1]!, xs[column + 1]!)
        : isOpen(xs[column]!, xs[column + 1]!, ys[row + 1]!);
      const here = row * this.#columns + column;
      if (open) this.#groups.join(here, here + (across ? 1 : this.#columns));
    }
  }

  shapes(): { readonly box: Box; readonly full: boolean }[] {
    const members = new Map<number, number[]>();
    for (let room = 0; room < this.#columns * this.#rows; room++) {
      const root = this.#groups.rootOf(room);
      const known = members.get(root);
      if (known) known.push(room);
      else members.set(root, [room]);
    }
    return [...members.values()].map((rooms) => this.#shape(rooms));
  }

  #shape(rooms: readonly number[]): { readonly box: Box; readonly full: boolean } {
    const columns = rooms.map((room) => room % this.#columns);
    const rows = rooms.map((room) => Math.floor(room / this.#columns));
    const [left, right] = [Math.min(...columns), Math.max(...columns)];
    const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
    return {
      box: {
        left: this.xs[left]!,
        right: this.xs[right + 1]!,
        top: this.ys[top]!,
        bottom: this.ys[bottom + 1]!,
      },
      full: rooms.length === (right - left + 1) * (bottom - top + 1),
    };
  }
}

const MOST_ROOMS = 40_000;
