import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InputError } from '../../../core/input-error.ts'
import { orderColumns } from '../../../core/orders/order-columns.ts'
import { orders } from '../../../core/orders/orders.ts'
import { calendarDay, serialDay } from '../../../core/orders/serial-day.ts'

/** Orders with one date and one amount each, all else being well. */
function read(dates: string[], amounts: string[] = []) {
  const rows = dates.map((date, index) => ({ line: index + 2, fields: [`C${index}`, date, amounts[index] ?? '1'] }))
  return orders(['Customer ID', 'Date', 'Amount'], rows)
}

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return (error as InputError).code
  }
  return 'none'
}

describe('columns are found by their headings', () => {
  test.each([
    [['InvoiceNo', 'InvoiceDate', 'CustomerID', 'TotalPrice'], { id: 0, customer: 2, date: 1, amount: 3 }],
    [['customer_id', 'order_date', 'revenue'], { id: undefined, customer: 0, date: 1, amount: 2 }],
    [['订单编号', '客户编号', '下单日期', '金额'], { id: 0, customer: 1, date: 2, amount: 3 }],
    [['会员编号', '交易日期', '实付金额（元）'], { id: undefined, customer: 0, date: 1, amount: 2 }],
    [['User ID', 'Created at', 'Order Total (USD)', 'Order'], { id: 3, customer: 0, date: 1, amount: 2 }],
    [['Customer', 'Customer ID', 'Date', 'ＡＭＯＵＮＴ'], { id: undefined, customer: 1, date: 2, amount: 3 }],
    [['Name', 'Date', 'Amount'], { id: undefined, customer: 0, date: 1, amount: 2 }],
    [['Cust. ID', 'Date', '(old) Amount', 'Amount (USD) '], { id: undefined, customer: 0, date: 1, amount: 3 }],
    [['Receipt - No.', 'CID', 'Sale Date [UTC]', 'PRICE'], { id: 0, customer: 1, date: 2, amount: 3 }],
  ])('%j', (header, columns) => {
    expect(orderColumns(header)).toEqual(columns)
  })

  test('a missing one is named', () => {
    expect(() => orderColumns(['Customer ID', 'Date', 'Quantity'])).toThrow(
      'No column holds the amount among "Customer ID", "Date", "Quantity". Rename that column to "Amount".',
    )
    expect(() => orderColumns(['Datum', 'Kunde'])).toThrow('No column holds the customer')
    expect(() => orderColumns([' Customer ID ', 'Amount'])).toThrow(
      'No column holds the order date among "Customer ID", "Amount". Rename that column to "Order date".',
    )
  })

  test('two that are called the same are refused', () => {
    expect(() => orderColumns(['Customer ID', ' Date ', 'date', 'Amount'])).toThrow('Two columns are called "Date".')
    expect(() => orderColumns(['Price', 'Customer ID', 'Date', 'price'])).toThrow('Two columns are called "Price".')
  })
})

describe('dates', () => {
  test.each([
    '2024-03-05',
    '2024/3/5',
    '2024.03.05',
    '20240305',
    '2024年3月5日',
    '2024年03月05日 14:30',
    '２０２４／３／５',
    '2024-03-05T23:59:59Z',
    '2024-03-05 08:26:00.000 +08:00',
    '2024/3/5 下午 3:05:09',
    '5 Mar 2024',
    '05-MAR-2024',
    'March 5, 2024',
    '45356',
  ])('%s is 5 March 2024', (text) => {
    expect(read([text]).accepted[0]?.day).toBe(serialDay(2024, 3, 5))
  })

  test.each(['2024-02-30', '2024-13-01', '2023-02-29', 'yesterday', '5 Foo 2024', '0000-00-00', '123', '2024-03-05x'])(
    '%s is rejected as no date',
    (text) => {
      expect(read([text]).rejected.map(({ reason }) => reason.code)).toEqual(['orderDay'])
    },
  )

  test('a year of two digits is rejected, not guessed', () => {
    expect(read(['12/1/10 8:26']).rejected[0]?.reason.message).toBe(
      '"12/1/10 8:26" has a year of two digits. Write it as 2024-12-31.',
    )
  })

  test('one number above 12 settles the whole column', () => {
    expect(read(['03/04/2024', '25/12/2024']).accepted[0]?.day).toBe(serialDay(2024, 4, 3))
    expect(read(['03/04/2024 10:00', '12/25/2024']).accepted[0]?.day).toBe(serialDay(2024, 3, 4))
  })

  test('the same day and month needs no settling', () => {
    expect(read(['05/05/2024']).accepted[0]?.day).toBe(serialDay(2024, 5, 5))
  })

  test('where nothing settles most of it, the list is refused with what to do', () => {
    expect(() => read(['03/04/2024', '2024-01-31', '05/06/2024'])).toThrow(
      '"03/04/2024" in line 2 could be day-first or month-first, and no date in the column settles it. Write the dates as 2024-12-31.',
    )
  })

  test('what nothing settles is left out where it is no more than half; contradicting dates are read each as it is', () => {
    const { accepted, rejected } = read(['13/04/2024', '04/13/2024', '03/04/2024'])
    expect(accepted.map(({ day }) => day)).toEqual([45_395, 45_395])
    expect(rejected.map(({ line, reason }) => [line, reason.code])).toEqual([[4, 'orderDayOpen']])
    expect(read(['2024-01-31', '03/04/2024']).rejected).toHaveLength(1)
  })

  test('where two lines contradict and most can be read in two ways, both are named', () => {
    const open = ['03/04/2024', '05/04/2024', '06/04/2024']
    expect(() => read(['13/04/2024', '04/13/2024', ...open])).toThrow(
      'line 2 has the day first, "04/13/2024" in line 3 the month',
    )
  })

  test('every day of the calendar is read back as written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 73_000 }), (serial) => {
        const { year, month, day } = calendarDay(serial)
        const [m, d] = [month, day].map((part) => String(part).padStart(2, '0'))
        const dates = [
          `${year}-${m}-${d}`,
          `${year}${m}${d}`,
          `${year}年${month}月${day}日`,
          `${d}.${m}.${year}`,
          '31.12.2024',
        ]
        expect(
          read(dates)
            .accepted.slice(0, 4)
            .map((order) => order.day),
        ).toEqual([serial, serial, serial, serial])
      }),
    )
  })
})

describe('amounts', () => {
  test.each([
    ['12', 12],
    ['22.200000000000003', 22.200000000000003],
    ['1,234', 1234],
    ['1,234,567.89', 1234567.89],
    ['1.234.567,89', 1234567.89],
    ['12,5', 12.5],
    ['0,125', 0.125],
    ["1'234.50", 1234.5],
    ['1 234,50', 1234.5],
    ['$1,234.50', 1234.5],
    ['1.234,50 €', 1234.5],
    ['¥１，２３４．５', 1234.5],
    ['￥99', 99],
    ['人民币12元', 12],
    ['USD 5', 5],
    ['(1,234.50)', -1234.5],
    ['$(5.00)', -5],
    ['（5.00）', -5],
    ['-$5', -5],
    ['$-5', -5],
    ['5-', -5],
    ['−5', -5],
    ['.5', 0.5],
    ['0', 0],
  ])('%s is %d', (text, value) => {
    expect(read(['2024-01-01'], [text]).accepted[0]?.amount).toBe(value)
  })

  test.each(['n/a', '1,23,4', '1.2.3', '--5', '(-5)', '1.2万', '1e5', '$5€', '5%', '1 23', "1'234,567.8"])(
    '%s is rejected',
    (text) => {
      expect(read(['2024-01-01'], [text]).rejected.map(({ reason }) => reason.code)).toEqual(['orderAmount'])
    },
  )

  test('the column decides what 1,234 means', () => {
    const days = ['2024-01-01', '2024-01-01']
    expect(read(days, ['1,234', '5.5']).accepted[0]?.amount).toBe(1234)
    expect(read(days, ['1,234', '5,5']).accepted[0]?.amount).toBe(1.234)
  })

  test('an amount that fits the other decimal mark only is rejected, never misread', () => {
    const { accepted, rejected } = read(['2024-01-01', '2024-01-01', '2024-01-01'], ['5.50', '7.25', '1.234,5'])
    expect(accepted.map(({ amount }) => amount)).toEqual([5.5, 7.25])
    expect(rejected.map(({ line }) => line)).toEqual([4])
  })

  test('two currencies are not added up', () => {
    expect(() => read(['2024-01-01', '2024-01-01'], ['$5', '€6'])).toThrow('Line 2 is in $, line 3 in €.')
    expect(codeOf(() => read(['2024-01-01', '2024-01-01'], ['¥5', '6元']))).toBe('none')
    expect(() => read(['2024-01-01', '2024-01-01', '2024-01-01'], ['5', 'HK$5', 'US$5'])).toThrow(
      'Line 3 is in HK$, line 4 in $.',
    )
  })

  test.each([
    ['5', '$6'],
    ['$5', '6'],
    ['n/a', '$6'],
  ])('%s beside %s is one currency', (one, other) => {
    expect(codeOf(() => read(['2024-01-01', '2024-01-01'], [one, other]))).toBe('none')
  })

  test('nothing is never less than nothing', () => {
    expect(read(['2024-01-01', '2024-01-01'], ['-0.00', '(0)']).accepted.map(({ amount }) => amount)).toEqual([0, 0])
  })
})

describe('rows', () => {
  const header = ['Order', 'Customer ID', 'Date', 'Amount']

  test('a rejected row is named with its line, its fields and its reason', () => {
    const { accepted, rejected } = orders(header, [
      { line: 2, fields: ['1', 'A', '2024-01-01', '5'] },
      { line: 3, fields: ['2', ' ', '2024-01-01', '5'] },
      { line: 5, fields: ['3', 'B', '2024-01-01'] },
      { line: 6, fields: ['4', 'Smith', ' John', '2024-01-01', '5'] },
    ])
    expect(accepted).toEqual([{ line: 2, id: '1', customer: 'A', day: serialDay(2024, 1, 1), amount: 5 }])
    expect(rejected.map(({ line, reason }) => `${line}: ${reason.message}`)).toEqual([
      '3: "Customer ID" is blank. Fill it in.',
      '5: "Amount" is blank. Fill it in.',
      '6: The row has 5 values under 4 headings. Put quotation marks around a value that holds the separator.',
    ])
  })

  test('blanks around a value or after the last column do not count', () => {
    const { accepted } = orders(header, [{ line: 2, fields: [' 7 ', ' A ', ' 2024-01-01 ', ' 5 ', '', ' '] }])
    expect(accepted).toEqual([{ line: 2, id: '7', customer: 'A', day: serialDay(2024, 1, 1), amount: 5 }])
  })

  test('a file that numbers no orders gives blank ids', () => {
    expect(read(['2024-01-01']).accepted[0]?.id).toBe('')
  })

  test('what cannot be read is quoted without the blanks around it', () => {
    const { rejected } = orders(
      [' Customer ID ', 'Date', 'Amount'],
      [
        { line: 2, fields: ['', '2024-01-01', '5'] },
        { line: 3, fields: ['A', '2024-01-01', ' n/a '] },
        { line: 4, fields: ['A', ' soon ', '5'] },
        { line: 5, fields: [] },
      ],
    )
    expect(rejected.map(({ reason }) => reason.message)).toEqual([
      '"Customer ID" is blank. Fill it in.',
      '"n/a" is not an amount. Write it as 1234.50.',
      '"soon" is not a date. Write it as 2024-12-31.',
      '"Customer ID" is blank. Fill it in.',
    ])
  })

  test('a fault of the program is no reason to reject a row', () => {
    const fields = ['1', 'A', '2024-01-01', '5', 17 as unknown as string]
    expect(() => orders(header, [{ line: 2, fields }])).toThrow(TypeError)
  })

  test('whatever a file holds, every row is accepted or rejected, once and in order', () => {
    const field = fc.oneof(
      fc.string(),
      fc.constantFrom('2024-01-05', '5', '$1,2', '31/12/2024', '', '(3)', '2024年1月'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(field, { maxLength: 6 })), (lists) => {
        const rows = lists.map((fields, index) => ({ line: index + 2, fields }))
        const result = readable(() => orders(header, rows))
        if (!result) return
        const lines = [...result.accepted, ...result.rejected].map(({ line }) => line)
        expect(lines.sort((a, b) => a - b)).toEqual(rows.map(({ line }) => line))
      }),
    )
  })

  function readable<T>(act: () => T): T | undefined {
    try {
      return act()
    } catch (error) {
      expect((error as InputError).code).toMatch(/^orders/)
      return undefined
    }
  }
})
