/**
 * MBG: a customer may drop out after every order, the first included (MBG/NBD). BG: after every repeat order (BG/NBD),
 * so that nobody drops out before ordering again.
 */
export type RepeatModel = 'MBG' | 'BG'

/** Order rates are gamma distributed (shape r, rate alpha), chances to drop out after an order beta (a, b). */
export type RepeatParameters = {
  model: RepeatModel
  r: number
  alpha: number
  /** 0 where nobody drops out; b is then without meaning. */
  a: number
  b: number
}

/** How many times a customer with x repeat orders had the chance to drop out, the last of them included. */
export function dropoutChances(model: RepeatModel, x: number): number {
  return model === 'MBG' ? x + 1 : x
}
