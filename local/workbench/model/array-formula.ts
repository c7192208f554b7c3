import type { BaseFunction } from '@univerjs/engine-formula'
import type { UniverParts } from './univer-parts.ts'

/** ARRAYFORMULA, which the engine lacks because there every formula is one: it gives back what it is given. */
export function arrayFormula({ formula }: UniverParts): BaseFunction {
  class ArrayFormula extends formula.BaseFunction {
    override minParams = 1
    override maxParams = 1
    override calculate(value: Parameters<BaseFunction['calculate']>[0]) {
      return value as NonNullable<typeof value>
    }
  }
  return new ArrayFormula('ARRAYFORMULA')
}
