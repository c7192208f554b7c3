const openRange =
  /(?<![\w$.!'])((?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?(\$?[A-Za-z]{1,3}\$?\d+:\$?[A-Za-z]{1,3})(\$?\d+)?(?![\w(!$.])/gu

/**
 * A formula whose open ranges (`A2:A`, `Orders!$B$2:$B`) end at the last row of their sheet, since the engine knows
 * no open ranges. Whole columns (`A:A`) are known to it and stay.
 *
 * @param lastRow The number of rows of the sheet by that name, or of the formula's own sheet; undefined where there
 *   is no such sheet.
 */
export function closedRanges(formula: string, lastRow: (sheet: string | undefined) => number | undefined): string {
  return outsideText(formula, (part) =>
    part.replace(openRange, (whole, sheet: string | undefined, cells: string, end: string | undefined) => {
      const row = end ? undefined : lastRow(sheetName(sheet))
      return row === undefined ? whole : `${sheet ?? ''}${cells}${row}`
    }),
  )
}

/** A formula whose ranges that ended at row `from` of a sheet end at row `to`, because the sheet grew at its end. */
export function extendedRanges(
  formula: string,
  from: number,
  to: number,
  isSheet: (name: string | undefined) => boolean,
) {
  return outsideText(formula, (part) =>
    part.replace(openRange, (whole, sheet: string | undefined, cells: string, end: string | undefined) =>
      end && Number(end.replace('$', '')) === from && isSheet(sheetName(sheet))
        ? `${sheet ?? ''}${cells}${end.replace(String(from), String(to))}`
        : whole,
    ),
  )
}

function sheetName(prefix: string | undefined) {
  return prefix?.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'")
}

/** Applies `change` to what stands outside of "text". */
function outsideText(formula: string, change: (part: string) => string) {
  return formula.replace(/"(?:[^"]|"")*"|[^"]+/g, (part) => (part.startsWith('"') ? part : change(part)))
}
