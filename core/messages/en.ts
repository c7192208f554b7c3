export const en = {
  errors: {
    missingColumn: (d: { table: string; column: string }) =>
      `${d.table} has no column "${d.column}". Rename a column to that, or choose another one.`,
  },
}
