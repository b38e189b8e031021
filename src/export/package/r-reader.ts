import type { ColumnType, View, ViewColumn } from '../../store/view-columns.js';

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
    list('nianbao_labels', ({ comment }) => JSON.stringify(comment)),
    BODY,
  ].join('\n');
}

const HEAD = `# 政府信息公开工作年度报告数据集：source("import.R")，然后 figure <- read_nianbao("figure")。
# 只用 R 自带的函数；列的中文说明在 attr(figure$value, "label")。
`;

const BODY = `read_nianbao <- function(table, folder = ".") {
  path <- file.path(folder, "data", "csv", paste0(table, ".csv"))
  data <- utils::read.csv(path, colClasses = nianbao_classes[[table]], na.strings = "",
    encoding = "UTF-8", check.names = FALSE)
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
