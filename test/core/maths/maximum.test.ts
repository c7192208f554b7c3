import { describe, expect, it } from 'vitest'
import { type Curve, maximum } from '../../../core/maths/maximum.ts'

const free = { low: [-Infinity, -Infinity], high: [Infinity, Infinity] }

/** -(1 - x)^2 - 100 (y - x^2)^2: Rosenbrock's valley turned upside down, highest at (1, 1). */
function ridge([x, y]: readonly number[]): Curve {
  const [a, b] = [x as number, y as number]
  const c = b - a * a
  return {
    value: -((1 - a) ** 2) - 100 * c * c,
    gradient: [2 * (1 - a) + 400 * a * c, -200 * c],
    hessian: [
      [-2 + 400 * (c - 2 * a * a), 400 * a],
      [400 * a, -200],
    ],
  }
}

describe('maximum', () => {
  it.each([
    [-1.2, 1],
    [0, 5],
    [3, -4],
  ])('climbs a bent ridge from %d, %d, where Newton alone goes astray', (x, y) => {
    const top = maximum(ridge, [x, y], free)
    expect(top.at[0]).toBeCloseTo(1, 9)
    expect(top.at[1]).toBeCloseTo(1, 9)
    // Inverse of [[802, -400], [-400, 200]].
    expect(top.variances[0]).toBeCloseTo(0.5, 6)
    expect(top.variances[1]).toBeCloseTo(2.005, 6)
  })

  it('stays within limits, and moves along them', () => {
    const top = maximum(ridge, [-1, 0], { low: [-2, -2], high: [0.5, 2] })
    expect(top.at[0]).toBe(0.5)
    expect(top.at[1]).toBeCloseTo(0.25, 9)
    expect(top.variances).toEqual([undefined, expect.closeTo(1 / 200, 9)])
  })

  it('leaves a limit that the function does not push against', () => {
    expect(maximum(ridge, [0.5, 0.5], { low: [0.5, -2], high: [2, 2] }).at[0]).toBeCloseTo(1, 9)
  })

  it('holds coordinates whose limits are equal, even at infinity', () => {
    const parabola = ([, y]: readonly number[]): Curve => ({
      value: -(((y as number) - 3) ** 2),
      gradient: [0, -2 * ((y as number) - 3)],
      hessian: [
        [0, 0],
        [0, -2],
      ],
    })
    const held = { low: [-Infinity, -9], high: [-Infinity, 9] }
    const top = maximum(parabola, [5, 0], held)
    expect(top.at).toEqual([-Infinity, 3])
    expect(top.variances).toEqual([undefined, expect.closeTo(0.5, 12)])
  })

  it('goes to the limit of a function without a top', () => {
    const rising = ([x]: readonly number[]): Curve => {
      const rest = Math.exp(-(x as number))
      return { value: -rest, gradient: [rest], hessian: [[-rest]] }
    }
    expect(maximum(rising, [0], { low: [-5], high: [9] }).at).toEqual([9])
  })

  it('does not step where the function has no value', () => {
    const logarithm = ([x]: readonly number[]): Curve => {
      const at = x as number
      return { value: Math.log(at) - at, gradient: [1 / at - 1], hessian: [[-1 / at ** 2]] }
    }
    expect(maximum(logarithm, [2.5], { low: [-9], high: [9] }).at[0]).toBeCloseTo(1, 9)
  })
})
