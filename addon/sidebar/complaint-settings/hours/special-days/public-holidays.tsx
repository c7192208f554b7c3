import { useState } from 'preact/hooks'
import {
  type HolidayCountry,
  type HolidayYear,
  holidayCountries,
  holidayYears,
  publicHolidays,
} from '../../../../../core/working-time/public-holidays.ts'
import type { SpecialHours } from '../../../../../core/working-time/typed-days.ts'
import { messages } from '../../../kit/language.ts'
import { Section } from '../../../kit/layout.tsx'
import { Button, Notice, Select } from '../../../kit/parts.tsx'

const text = messages.complaintSettings.hours

/** Adds the public holidays of a country's year. */
export function PublicHolidays({ onAdd }: { onAdd: (days: Map<string, SpecialHours>) => void }) {
  const [country, setCountry] = useState<HolidayCountry>(document.documentElement.lang === 'en' ? 'us' : 'cn')
  const [year, setYear] = useState<HolidayYear>(thisYear)
  const { days, isProvisional } = publicHolidays(country, year)
  return (
    <Section title={text.ready}>
      <Select
        label={text.country}
        options={holidayCountries.map((each) => [each, text.countries[each]])}
        value={country}
        onChange={(value) => setCountry(value as HolidayCountry)}
      />
      <Select
        label={text.year}
        options={holidayYears.map((each) => [String(each), String(each)])}
        value={String(year)}
        onChange={(value) => setYear(Number(value) as HolidayYear)}
      />
      <p class="hint">{text.countryHints[country]}</p>
      {isProvisional && <Notice kind="warn">{text.provisional(year)}</Notice>}
      <div class="actions">
        <Button onClick={() => onAdd(days)}>{text.addReady}</Button>
      </div>
    </Section>
  )
}

/** The current year, or the last of those that are known. */
function thisYear(): HolidayYear {
  return holidayYears.find((year) => year >= new Date().getFullYear()) ?? 2027
}
