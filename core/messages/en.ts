export const en = {
  errors: {
    missingSheet: (d: { sheet: string }) => `There is no tab "${d.sheet}". Choose a tab that exists.`,
    missingColumn: (d: { table: string; column: string }) =>
      `${d.table} has no column "${d.column}". Rename a column to that, or choose another one.`,
  },
}
