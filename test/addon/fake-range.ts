import type { writeBlock } from '../../addon/sheet/writing/write-cells.ts'

type Range = Parameters<typeof writeBlock>[0]

/** As much of a range as the writer uses, over cells that keep what was entered in them and their number formats. */
export function fakeRange(formats: string[][]) {
  const cells = { values: formats.map((row) => row.map((): unknown => '')), formats, asked: [] as string[] }
  const part = (row: number, column: number, rows: number, columns: number) => {
    const fill = (grid: unknown[][], value: (down: number, right: number) => unknown) => {
      for (let down = 0; down < rows; down++) {
        for (let right = 0; right < columns; right++)
          (grid[row + down] as unknown[])[column + right] = value(down, right)
      }
    }
    const self = {
      offset: part,
      getNumberFormats: () => cells.formats.map((line) => [...line]),
      setNumberFormat: (format: string) => set('setNumberFormat', cells.formats, () => format),
      setNumberFormats: (given: string[][]) => set('setNumberFormats', cells.formats, (r, c) => given[r]?.[c]),
      setValues: (given: unknown[][]) => set('setValues', cells.values, (r, c) => given[r]?.[c]),
    }
    const set = (name: string, grid: unknown[][], value: (down: number, right: number) => unknown) => {
      cells.asked.push(name)
      fill(grid, value)
      return self
    }
    return self
  }
  return Object.assign(part(0, 0, formats.length, formats[0]?.length ?? 0) as unknown as Range, cells)
}
