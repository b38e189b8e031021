/** What a CSS colour does to text on white paper; null for a value that isn't one colour (`inherit`, `var(…)`). */
export type Shade = 'clear' | 'pale' | 'seen';

export function shadeOf(colour: string): Shade | null {
  if (colour === 'transparent') return 'clear';
  if (PALE_NAMES.test(colour)) return 'pale';
  const hex = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.exec(colour)?.[1];
  if (hex) return ofHex(hex);
  const [, model, list = ''] = /^(rgb|hsl)a?\(([^)]*)\)$/.exec(colour) ?? [];
  if (!model) return /^[a-z]+$/.test(colour) && !KEYWORDS.test(colour) ? 'seen' : null;
  const parts = list.split(/[\s,/]+/).filter((part) => part !== '');
  if (parts.length < 3) return null;
  if (parts[3] !== undefined && Number.parseFloat(parts[3]) < FAINTEST) return 'clear';
  return model === 'hsl'
    ? ofLight(Number.parseFloat(parts[2]!) / 100)
    : ofLight(Math.min(...parts.slice(0, 3).map(channel)));
}

function ofHex(hex: string): Shade {
  const long = hex.length > 4 ? hex : [...hex].map((digit) => digit + digit).join('');
  const [red, green, blue, alpha] = [0, 2, 4, 6].map(
    (at) => Number.parseInt(long.slice(at, at + 2), 16) / 255,
  );
  if (alpha !== undefined && alpha < FAINTEST) return 'clear';
  return ofLight(Math.min(red!, green!, blue!));
}

function channel(part: string): number {
  return Number.parseFloat(part) / (part.endsWith('%') ? 100 : 255);
}

function ofLight(light: number): Shade {
  return light >= PALEST ? 'pale' : 'seen';
}

const PALE_NAMES = /^(?:white|snow|ivory|ghostwhite|whitesmoke|floralwhite|azure|mintcream|seashell)$/;
const KEYWORDS = /^(?:inherit|initial|unset|revert|currentcolor|windowtext|auto)$/;
/** Light grey from #f0f0f0 on can't be told from paper. */
const PALEST = 0.94;
const FAINTEST = 0.05;
