// The hours in which I am told, in my own zone, and what is told at any hour all the same.
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TimeZoneField } from '../../components/time-zone-field.tsx'
import { WeekFields } from '../promises/week-fields.tsx'
import type { NoticeSettings } from './notice-queries.ts'

type Weekly = NoticeSettings['weekly']
const nineToFive: [number, number][] = [[540, 1020]]
const officeHours: Weekly = { '0': nineToFive, '1': nineToFive, '2': nineToFive, '3': nineToFive, '4': nineToFive }

interface Props {
  readonly weekly: Weekly
  readonly timeZone: string
  readonly promisesAlways: boolean
  readonly onWeekly: (weekly: Weekly) => void
  readonly onTimeZone: (timeZone: string) => void
  readonly onPromisesAlways: (promisesAlways: boolean) => void
}

export function NoticeHours({ weekly, timeZone, promisesAlways, onWeekly, onTimeZone, onPromisesAlways }: Props) {
  const { t } = useTranslation()
  return (
    <div className="panel-body form">
      <TimeZoneField label={t('notices.timeZone')} value={timeZone} onChange={onTimeZone} />
      <Checkbox
        label={t('notices.onlyMine')}
        checked={weekly !== null}
        onChange={(event) => {
          onWeekly(event.currentTarget.checked ? officeHours : null)
        }}
      />
      {weekly !== null && (
        <>
          <WeekFields weekly={weekly} none={t('notices.noHours')} onChange={onWeekly} />
          <Checkbox
            label={t('notices.promisesAlways')}
            checked={promisesAlways}
            onChange={(event) => {
              onPromisesAlways(event.currentTarget.checked)
            }}
          />
        </>
      )}
    </div>
  )
}
