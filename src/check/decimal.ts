/** A sum without rounding: `digits` / 10^`scale`. Binary floating point would make 0.1 + 0.2 differ from 0.3. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Sums numbers by the decimal digits that they print as. */
export function sumExactly(values: readonly number[]): Decimal {
  const whole = values.reduce((sum, value) => sum + value, 0);
  if (values.every(Number.isSafeInteger) && Number.isSafeInteger(whole)) {
    return { digits: BigInt(whole), scale: 0 };
  }
  return values.map(toDecimal).reduce(add, ZERO);
}

/** `a` − `b`: negative, zero or positive in `digits`. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { digits: -b.digits, scale: b.scale });
}

/** As one would write it, without trailing zeros; the sign of a difference is left out. */
export function formatMagnitude({ digits, scale }: Decimal): string {
  return formatDecimal({ digits: digits < 0n ? -digits : digits, scale });
}

export function formatDecimal({ digits, scale }: Decimal): string {
  if (digits < 0n) return `-${formatDecimal({ digits: -digits, scale })}`;
  if (scale === 0) return digits.toString();
  const padded = digits.toString().padStart(scale + 1, '0');
  return `${padded.slice(0, -scale)}.${padded.slice(-scale)}`.replace(/\.?0+$/, '');
}

const ZERO: Decimal = { digits: 0n, scale: 0 };

function toDecimal(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const digits = BigInt(whole + fraction);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: atScale(a, scale) + atScale(b, scale), scale };
}

function atScale({ digits, scale }: Decimal, wanted: number): bigint {
  return wanted === scale ? digits : digits * 10n ** BigInt(wanted - scale);
}
