import type { Cell } from '../../../local/workbench/workbook.ts'
import { type SheetHarness, sheetHarness } from '../../addon/sheet-harness.ts'
import type { Language } from '../stage.ts'

/** 2026-06-01, as cells hold it. */
const JUNE = 46_174
const names = [
  'Königlich-Bayerische Donaudampfschifffahrtsgesellschaft mbH & Co. KG, Zweigniederlassung Regensburg',
  '中华人民共和国广东省深圳市宝安区西乡街道办事处对外经济技术合作发展有限责任公司第三分公司',
  'AVeryLongNameWithoutASingleSpaceThatSomebodyPastedFromSomewhereElse_2026_final',
  'Northwind Foods Ltd',
  '华为技术有限公司',
]
const owners = ['Maximiliana-Alexandra von Hohenstein-Württemberg', '欧阳娜娜', 'Ann Lee']

/** A workbook whose names, owners and amounts are as long as people make them. */
export function hardSheet(language: Language, customers = 60): Promise<SheetHarness> {
  const ids = Array.from({ length: customers }, (_, at) => `C${String(at + 1).padStart(4, '0')}`)
  return sheetHarness({
    language,
    tabs: {
      Customers: [
        ['Customer ID', 'Name', 'E-mail', 'Phone', 'Owner', 'City', 'Visits', 'Next contact', 'Satisfaction'],
        ...ids.map((id, at): Cell[] => [
          id,
          at < 10 ? (names[at % names.length] as string) : `${names[at % names.length]} ${at}`,
          at % 3 ? `office.of.the.purchasing.department.${at}@a-very-long-domain-name.example` : 'n/a',
          at % 4 ? `+44 20 7946 0${100 + at}` : '',
          owners[at % owners.length] as string,
          at % 5 ? 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch' : '深圳',
          (at * 7) % 31,
          at % 2 ? { date: JUNE - 20 } : '',
          1 + (at % 5),
        ]),
      ],
      Orders: [
        ['Order ID', 'Customer ID', 'Order date', 'Amount', 'Product'],
        ...ids.flatMap((id, at) =>
          Array.from({ length: 1 + (at % 5) }, (_, n): Cell[] => [
            `O${at}-${n}`,
            id,
            { date: JUNE - ((at * 13) % 300) - 30 * n },
            at === 0 ? 123_456_789.5 : 5000 - 70 * at,
            n % 2 ? 'Pump Type 400/50-III (Stainless Steel, Remote)' : '智能阀门（含远程监控模块）',
          ]),
        ),
      ],
    },
  })
}
