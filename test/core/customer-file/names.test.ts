import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alikeNames } from '../../../core/customer-file/alike-names.ts'
import { editDistance } from '../../../core/customer-file/edit-distance.ts'
import { foldedName } from '../../../core/customer-file/folded-name.ts'
import { comparableName, LEAST_LIKENESS, nameLikeness } from '../../../core/customer-file/name-likeness.ts'

const fold = (name: string) => foldedName(name).text
const likeness = (a: string, b: string) => nameLikeness(comparableName(fold(a)), comparableName(fold(b)))
const letters = (text: string) => Array.from(text, (letter) => letter.codePointAt(0)!)

describe('a name without what does not tell customers apart', () => {
  test.each([
    ['Northwind Foods Ltd', 'northwind foods'],
    ['NORTHWIND  FOODS, LTD.', 'northwind foods'],
    ['The Northwind Foods Company, Inc.', 'northwind foods'],
    ['Ｎｏｒｔｈｗｉｎｄ　Ｆｏｏｄｓ', 'northwind foods'],
    ['Müller GmbH', 'muller'],
    ['Mueller GmbH & Co. KG', 'muller'],
    ['Müller & Söhne AG', 'muller and sohne'],
    ['Müller und Soehne', 'muller and sohne'],
    ['Société Générale S.A.', 'societe generale'],
    ['Rossi S. r. l.', 'rossi'],
    ['Rossi S.p.A.', 'rossi'],
    ['Novo Nordisk A/S', 'novo nordisk'],
    ['Ørsted A/S', 'orsted'],
    ['AB Volvo', 'volvo'],
    ['Philips N.V.', 'philips'],
    ['Grupo Bimbo, S.A.B. de C.V.', 'bimbo sab de cv'],
    ['Cemex S.A. de C.V.', 'cemex'],
    ['ACME Pty. Ltd.', 'acme'],
    ['ACME (China) Co., Ltd.', 'acme'],
    ['Tata Steel Private Limited', 'tata steel'],
    ['PT Astra Tbk', 'astra'],
    ['Petronas Sdn. Bhd.', 'petronas'],
    ['Orlen Sp. z o.o.', 'orlen'],
    ['ООО «Ромашка»', 'ромашка'],
    ['J. P. Morgan', 'jp morgan'],
    ['J.P. Morgan & Co.', 'jp morgan'],
    ["O'Neill Ltd", 'oneill'],
    ['Co-op Bank', 'co op bank'],
    ['Group', 'group'],
    ['Ltd Co', 'ltd'],
    ['深圳市腾讯计算机系统有限公司', '深圳市腾讯计算机系统'],
    ['华为技术有限公司', '华为技术'],
    ['华为技术 有限公司', '华为技术'],
    ['华为技术有限责任公司', '华为技术'],
    ['华为投资控股有限公司', '华为投资'],
    ['西门子（中国）有限公司', '西门子'],
    ['西门子(中国)有限公司', '西门子'],
    ['西门子中国有限公司', '西门子中国'],
    ['海尔集团', '海尔'],
    ['海尔集团股份有限公司', '海尔'],
    ['北京华联上海分公司', '北京华联上海分公司'],
    ['鴻海集團', '鴻海'],
    ['トヨタ自動車株式会社', 'トヨタ自動車'],
    ['株式会社トヨタ自動車', 'トヨタ自動車'],
    ['㈱トヨタ自動車', 'トヨタ自動車'],
    ['ガス株式会社', 'ガス'],
    ['삼성전자 주식회사', '삼성전자'],
    ['㈜삼성전자', '삼성전자'],
    ['集团公司', '集团'],
    ['约翰·史密斯', '约翰史密斯'],
    ['IBM 中国', 'ibm中国'],
    ['王伟', '王伟'],
  ])('%s is %s', (name, folded) => expect(fold(name)).toBe(folded))

  test('says whether it named a company', () => {
    expect(
      ['Acme Ltd', '华为技术有限公司', '㈱トヨタ', 'John Smith', '王伟'].map((name) => foldedName(name).company),
    ).toEqual([true, true, true, false, false])
  })

  test('folding what is folded changes nothing', () => {
    const part = fc.constantFrom(
      'Acme',
      'Ltd',
      '&',
      'Co.',
      'KG',
      '华为',
      '有限公司',
      '(中国)',
      'S.',
      'A.',
      '株式会社',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 7 }).map((parts) => `Acme ${parts.join(' ')}`),
        (name) => {
          expect(fold(fold(name))).toBe(fold(name))
        },
      ),
    )
  })
})

describe('the edit distance', () => {
  // Published: kitten/sitting 3 (Wagner and Fischer), ca/abc 3 under optimal string alignment, 2 only unrestricted.
  test.each([
    ['kitten', 'sitting', 3],
    ['saturday', 'sunday', 3],
    ['ca', 'abc', 3],
    ['martha', 'marhta', 1],
    ['a cat', 'an abct', 4],
    ['abcdef', 'bacdfe', 2],
    ['', 'abc', 3],
    ['华联超市', '华润超市', 2],
    ['华联超市', '华联大超市', 1],
    ['华联超市', '联华超市', 2],
  ])('%s to %s is %i', (a, b, edits) => {
    expect(editDistance(letters(a), letters(b), 10)).toBe(edits)
    expect(editDistance(letters(a), letters(b), edits)).toBe(edits)
    expect(editDistance(letters(a), letters(b), edits - 1)).toBeUndefined()
  })

  test('is the whole table’s, whatever the band', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 9 }), (a, b, most) => {
        const whole = wholeTable(a, b)
        expect(editDistance(letters(a), letters(b), most)).toBe(whole <= most ? whole : undefined)
      }),
    )
  })
})

/** The textbook's table without a band. */
function wholeTable(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)),
  )
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1)
      }
    }
  }
  return d[a.length]![b.length]!
}

describe('names are alike', () => {
  test.each([
    ['Müller GmbH', 'Mueller GmbH & Co. KG'],
    ['Northwind Foods Ltd', 'Norhtwind Foods Limited'],
    ['Northwind Foods', 'Northwnd Foods Inc'],
    ['Foods Northwind', 'Northwind Foods'],
    ['Blue Peak Foods', 'Bluepeak Foods Ltd'],
    ['Jon Bennett', 'John Bennett'],
    ['深圳市腾讯计算机系统有限公司', '深圳腾讯计算机系统有限公司'],
    ['北京华联综合超市股份有限公司', '北京华联综合超市有限公司'],
    ['西门子（中国）有限公司', '西门子有限公司'],
    ['ＡＢＣ物流有限公司', 'abc物流集团'],
  ])('%s, %s', (a, b) => {
    expect(likeness(a, b)).toBeGreaterThanOrEqual(LEAST_LIKENESS)
    expect(likeness(b, a)).toBe(likeness(a, b))
  })

  test.each([
    ['北京华联有限公司', '上海华联有限公司'],
    ['中国石油天然气北京销售有限公司', '中国石油天然气南京销售有限公司'],
    ['北京市朝阳区第一实验小学', '北京市朝阳区第二实验小学'],
    ['广州白云山制药一厂有限公司', '广州白云山制药二厂有限公司'],
    ['国药控股华东药业股份有限公司', '国药控股华北药业股份有限公司'],
    ['华联超市', '华润超市'],
    ['上海联华综合超市有限公司', '上海华联综合超市有限公司'],
    ['广州东滨方包装材料有限公司', '广州都滨方包装材料有限公司'],
    ['王伟', '王磊'],
    ['Wang Wei', 'Wang Lei'],
    ['Store 12 Northwind', 'Store 13 Northwind'],
    ['Richard Holdings II', 'Richard Holdings III'],
    ['Acme Logistics North', 'Acme Logistics South'],
    ['Northwind Foods', 'Northwind Hotels'],
    ['Smith', 'Smyth'],
    ['Zhang Wei Trading', 'Zheng Wu Trading'],
  ])('but not %s, %s', (a, b) => expect(likeness(a, b)).toBe(0))

  test('as much as is said: 1 less the edits per letter', () => {
    expect(likeness('Northwind Foods', 'Norhtwind Foods')).toBeCloseTo(1 - 1 / 14, 12)
    expect(likeness('Müller GmbH', 'Mueller GmbH & Co. KG')).toBe(1)
  })
})

describe('the pairs of alike names', () => {
  const syllable = fc.constantFrom('nor', 'wind', 'har', 'bour', 'kes', 'trel', 'al', 'der', 'blu', 'pek', 'a', 'o')
  const word = fc.array(syllable, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
  const chinese = fc.string({ unit: fc.constantFrom(...'华联超市综合商贸物流瑞丰'), minLength: 2, maxLength: 14 })
  const name = fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    chinese,
  )

  test('are all that comparing each with each finds, and no others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 60 }), fc.nat(), (drawn, seed) => {
        const names = [...new Set([...drawn, ...drawn.slice(0, 15).map((each, at) => slip(each, seed + at))])]
        const ready = names.map(comparableName)
        const each = names.flatMap((_, b) =>
          names.slice(0, b).flatMap((_, a) => {
            const alike = nameLikeness(ready[a]!, ready[b]!)
            return alike > 0 ? [{ a, b, likeness: alike }] : []
          }),
        )
        const order = (pairs: typeof each) => [...pairs].sort((x, y) => x.a - y.a || x.b - y.b)
        expect(order(alikeNames(names))).toEqual(order(each))
      }),
    )
  })
})

/** The name with one slip of the pen. */
function slip(name: string, seed: number): string {
  const at = seed % name.length
  const [before, rest] = [name.slice(0, at), name.slice(at)]
  return (
    [before + rest.slice(1), `${before}o${rest}`, before + (rest[1] ?? '') + (rest[0] ?? '') + rest.slice(2)][
      seed % 3
    ]!.trim() || 'x'
  )
}
