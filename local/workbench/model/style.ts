import type { IStyleData } from '@univerjs/core'
import type { CellStyle } from '../workbook.ts'

const aligns = { left: 1, center: 2, right: 3 }

/** A style in Univer's terms; only what is given is changed. */
export function univerStyle(style: CellStyle): IStyleData {
  return {
    ...(style.numberFormat === undefined ? {} : { n: formatStyle(style.numberFormat) }),
    ...(style.bold === undefined ? {} : { bl: style.bold ? 1 : 0 }),
    ...(style.italic === undefined ? {} : { it: style.italic ? 1 : 0 }),
    ...(style.fontSize === undefined ? {} : { fs: style.fontSize }),
    ...(style.fontColor === undefined ? {} : { cl: { rgb: style.fontColor } }),
    ...(style.background === undefined ? {} : { bg: { rgb: style.background } }),
    ...(style.align === undefined ? {} : { ht: aligns[style.align] }),
    ...(style.wrap === undefined ? {} : { tb: style.wrap ? 3 : 1 }),
  }
}

/** null takes a format away. */
export function formatStyle(pattern: string): { pattern: string } | null {
  return pattern === '' || pattern === 'General' ? null : { pattern }
}
