import type { Weekday } from './periods.ts'

const SUNDAY =
  'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW'
const SATURDAY = 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY'

/**
 * The first day of the week where a locale such as `en_US` is at home; Monday where it names no region or another one.
 *
 * @see Unicode CLDR, supplemental weekData. Friday (the Maldives) is left out: Sheets has no such locale.
 */
export function firstWeekday(locale: string | undefined): Weekday {
  const region = /[_-]([A-Z]{2})$/i.exec(locale ?? '')?.[1]?.toUpperCase() ?? ''
  if (SUNDAY.split(' ').includes(region)) return 0
  return SATURDAY.split(' ').includes(region) ? 6 : 1
}
