import type { Rule } from './pdf-marks.js';
import { type Matrix, type Point, place } from './pdf-matrix.js';

/** Segments of one subpath, in page coordinates. */
type Subpath = Point[];

/** The ruling lines that stroking a path draws: its level and upright segments. */
export function strokedRules(path: ArrayLike<number>, current: Matrix): Rule[] {
  const subpaths = subpathsOf(path, current);
  return (
    dashedRule(subpaths) ??
    subpaths.flatMap((points) =>
      points.slice(1).flatMap((to, place) => ruleBetween(points[place]!, to) ?? []),
    )
  );
}

/**
 * The ruling lines that filling a path draws: thin bars, as Word and browsers print borders, and frames that are the
 * room between a box and the box inside it.
 */
export function filledRules(path: ArrayLike<number>, current: Matrix): Rule[] {
  const subpaths = subpathsOf(path, current);
  const dashed = dashedRule(subpaths);
  if (dashed) return dashed;
  const boxes = subpaths.flatMap((points) => (points.length > 2 ? [boundsOf(points)] : []));
  const bars = boxes.flatMap(({ left, top, right, bottom }) => [
    ...(bottom - top <= THICKEST ? [level((top + bottom) / 2, left, right)] : []),
    ...(right - left <= THICKEST ? [upright((left + right) / 2, top, bottom)] : []),
  ]);
  const frames = boxes.filter((outer) =>
    boxes.some((inner) => inner !== outer && isInside(inner, outer) && outer.right - outer.left > THICKEST),
  );
  return [...bars, ...frames.flatMap(edgesOf)].filter(isLong);
}

/** A dashed or dotted line is one path of many specks in one line. */
function dashedRule(subpaths: readonly Subpath[]): Rule[] | null {
  if (subpaths.length < FEWEST_DASHES) return null;
  const { left, top, right, bottom } = boundsOf(subpaths.flat());
  if (bottom - top <= THICKEST && right - left > THICKEST) return [level((top + bottom) / 2, left, right)];
  if (right - left <= THICKEST && bottom - top > THICKEST) return [upright((left + right) / 2, top, bottom)];
  return null;
}

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function edgesOf({ left, top, right, bottom }: Bounds): Rule[] {
  return [
    level(top, left, right),
    level(bottom, left, right),
    upright(left, top, bottom),
    upright(right, top, bottom),
  ];
}

function isInside(inner: Bounds, outer: Bounds): boolean {
  const gaps = [
    inner.left - outer.left,
    inner.top - outer.top,
    outer.right - inner.right,
    outer.bottom - inner.bottom,
  ];
  return gaps.every((gap) => gap >= 0 && gap <= THICKEST);
}

function boundsOf(points: Subpath): Bounds {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.top = Math.min(bounds.top, y);
    bounds.bottom = Math.max(bounds.bottom, y);
  }
  return bounds;
}

function ruleBetween(from: Point, to: Point): Rule | null {
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  const rule =
    dy <= LEVEL
      ? level((from.y + to.y) / 2, Math.min(from.x, to.x), Math.max(from.x, to.x))
      : dx <= LEVEL
        ? upright((from.x + to.x) / 2, Math.min(from.y, to.y), Math.max(from.y, to.y))
        : null;
  return rule && isLong(rule) ? rule : null;
}

function isLong({ from, to }: Rule): boolean {
  return to - from >= SHORTEST;
}

const level = (at: number, from: number, to: number): Rule => ({ upright: false, at, from, to });
const upright = (at: number, from: number, to: number): Rule => ({ upright: true, at, from, to });

/** A curve keeps only its end: no border is one, and rounded corners join straight edges. */
function subpathsOf(path: ArrayLike<number>, current: Matrix): Subpath[] {
  const subpaths: Subpath[] = [];
  const take = (x: number, y: number): void => void subpaths.at(-1)?.push(place(current, x, y));
  for (let i = 0; i < path.length; ) {
    const step = path[i] as number;
    if (step === MOVE) subpaths.push([place(current, path[i + 1]!, path[i + 2]!)]);
    else if (step === CLOSE) closeLast(subpaths);
    else if (step in POINTS) take(path[i + 2 * POINTS[step]! - 1]!, path[i + 2 * POINTS[step]!]!);
    else break;
    i += 1 + 2 * (step === MOVE ? 1 : (POINTS[step] ?? 0));
  }
  return subpaths;
}

function closeLast(subpaths: Subpath[]): void {
  const points = subpaths.at(-1);
  if (points?.[0]) points.push(points[0]);
}

/** Step codes of a path in the operator list, and how many points each takes. */
const MOVE = 0;
const CLOSE = 4;
const POINTS: Readonly<Record<number, number>> = { 1: 1, 2: 3, 3: 2 };

/** Points: borders are drawn 0.25 to 2.25 wide, double ones 3. */
const THICKEST = 3;
const LEVEL = 0.5;
/** The dots of a dotted line may be drawn one by one; what stays a dot is left out later. */
const SHORTEST = 0.3;
const FEWEST_DASHES = 3;
