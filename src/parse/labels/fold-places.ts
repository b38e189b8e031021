import { simplifiedSign } from '../../catalogue/traditional-characters.js';

/** A text without white space and separators, in simplified characters, and where each sign of it stands in the original. */
export function foldWithPlaces(text: string): {
  readonly folded: string;
  readonly places: readonly number[];
} {
  let folded = '';
  const places: number[] = [];
  for (let place = 0; place < text.length; place++) {
    const sign = text[place]!;
    if (LEFT_OUT.test(sign)) continue;
    folded += simplifiedSign(sign);
    places.push(place);
  }
  return { folded, places };
}

const LEFT_OUT = /[\s\u00a0\u3000\u200b-\u200f\u2060\ufeff"'“”‘’、，,·]/;
