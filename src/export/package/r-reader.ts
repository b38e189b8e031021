import type { ColumnType, View, ViewColumn } from '../../store/views/view-columns.js';

/** import.R: `read_nianbao("figure")` gives a table of the package with types, and Chinese labels as attributes. */
export function rReader(views: readonly View[]): string {
  const list = (name: string, entry: (column: ViewColumn) => string): string =>
    `${name} <- list(\n${views
      .map(
        (view) =>
          `  ${view.name} = c(\n${view.columns.map((c) => `    ${c.name} = ${entry(c)}`).join(',\n')}\n  )`,
      )
      .join(',\n')}\n)\n`;
  return [
    HEAD,
    list('nianbao_classes', ({ type }) => `"${CLASSES[type] ?? 'character'}"`),
    list('nianbao_labels', ({ comment }) => literal(comment)),
    BODY,
  ].join('\n');
}

/** In ASCII alone: R reads a script in the encoding of its locale, which needn't be UTF-8. */
function literal(text: string): string {
  return JSON.stringify(text).replace(
    NOT_ASCII,
    (char) => `\\U${char.codePointAt(0)!.toString(16).padStart(8, '0')}`,
  );
}

const NOT_ASCII = /[^\x20-\x7e]/gu;

const HEAD = `# source("import.R"), then figure <- read_nianbao("figure"). Base R alone.
# What a column means, in Chinese: attr(figure$value, "label"). An empty text and no value are both NA in R; whether a cell
# was blank is in the column state.
`;

const BODY = `read_nianbao <- function(table, folder = ".") {
  path <- file.path(folder, "data", "csv", paste0(table, ".csv"))
  data <- utils::read.csv(path, colClasses = nianbao_classes[[table]], na.strings = "",
    encoding = "UTF-8", check.names = FALSE, fill = FALSE)
  for (name in names(nianbao_labels[[table]])) {
    attr(data[[name]], "label") <- nianbao_labels[[table]][[name]]
  }
  data
}
`;

const CLASSES: Partial<Record<ColumnType, string>> = {
  integer: 'integer',
  bigint: 'numeric',
  number: 'numeric',
  boolean: 'logical',
  date: 'Date',
};
