import type { View } from '../../store/views/view-columns.js';
import type { ViewReader, ViewRow } from '../../store/views/view-stream.js';

/** The views without the columns that tell when somebody looked or worked, so that the same data gives the same bytes. */
export function withoutClock({ views, stream, ...rest }: ViewReader): ViewReader {
  const kept = views.map((view) => ({
    ...view,
    columns: view.columns.filter(({ name }) => !CLOCKED.has(`${view.name}.${name}`)),
  }));
  return {
    ...rest,
    views: kept,
    stream(name) {
      const view = views.find((known) => known.name === name);
      const places = view ? placesOf(view, kept.find((known) => known.name === name)!) : null;
      return places ? projected(stream(name), places) : stream(name);
    },
  };
}

/** Null where every column stays. */
function placesOf(view: View, kept: View): number[] | null {
  if (view.columns.length === kept.columns.length) return null;
  return kept.columns.map((column) => view.columns.indexOf(column));
}

async function* projected(
  batches: AsyncIterable<readonly ViewRow[]>,
  places: readonly number[],
): AsyncGenerator<readonly ViewRow[]> {
  for await (const rows of batches) yield rows.map((row) => places.map((place) => row[place]!));
}

/** When the work was done, and what depends on today. */
const CLOCKED: ReadonlySet<string> = new Set([
  'report.parsed_at',
  'coverage.missing',
  'coverage.not_yet_due',
  'unit.active',
  'conversion.converted_at',
]);
