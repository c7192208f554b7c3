/** Colours of series, told apart by lightness too. */
const colors = ['#1a73e8', '#f29900', '#188038', '#a142f4', '#d93025', '#12858d', '#7a6a58', '#5f6368']

export function seriesColor(index: number): string {
  return colors[index % colors.length]!
}
