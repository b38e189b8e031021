import type { Equation } from './table-system.js';

/** Equations that follow from the given ones and don't name the unknown cells; exact, in whole numbers. */
export function eliminateUnknowns(equations: readonly Equation[], unknowns: readonly number[]): Equation[] {
  return unknowns.reduce((left, unknown) => eliminate(left, unknown), [...equations]);
}

/** The shortest equation that names the unknown says what it is; the others have that put in. */
function eliminate(equations: Equation[], unknown: number): Equation[] {
  const naming = equations.filter(({ coefficients }) => coefficients.has(unknown));
  const pivot = naming.toSorted((a, b) => a.coefficients.size - b.coefficients.size)[0];
  if (!pivot) return equations;
  return equations.flatMap((equation) => {
    if (equation === pivot) return [];
    if (!equation.coefficients.has(unknown)) return [equation];
    const joined = join(equation, pivot, unknown);
    return joined.coefficients.size > 0 && isSmall(joined) ? [joined] : [];
  });
}

function join(equation: Equation, pivot: Equation, unknown: number): Equation {
  const times = pivot.coefficients.get(unknown)!;
  const less = equation.coefficients.get(unknown)!;
  const coefficients = new Map<number, number>();
  for (const slot of new Set([...equation.coefficients.keys(), ...pivot.coefficients.keys()])) {
    const own = equation.coefficients.get(slot) ?? 0;
    const coefficient = own * times - (pivot.coefficients.get(slot) ?? 0) * less;
    if (coefficient !== 0) coefficients.set(slot, coefficient);
  }
  const residual = equation.residual * times - pivot.residual * less;
  return { coefficients, residual, proven: equation.proven || pivot.proven };
}

/** Beyond it sums might not be exact. The equations of the forms never come near; one that did is left out. */
function isSmall({ coefficients }: Equation): boolean {
  return [...coefficients.values()].every((coefficient) => Math.abs(coefficient) <= 8);
}
