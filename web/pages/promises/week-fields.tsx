// The open hours of a week: none, one or several intervals a day, as hours of the wall clock.
import { useTranslation } from 'react-i18next'
import type { FloorView } from '../../../src/amend/promises/promise.schema.ts'

type Weekly = FloorView['calendar']['weekly']
type Day = keyof Weekly
const days: readonly Day[] = ['0', '1', '2', '3', '4', '5', '6']
const wholeDay = 1440

interface Props {
  readonly weekly: Weekly
  /** What stands where a day has none. */
  readonly none: string
  readonly onChange: (weekly: Weekly) => void
}

export function WeekFields({ weekly, none, onChange }: Props) {
  const { t } = useTranslation()
  const change = (day: Day, intervals: [number, number][]) => {
    onChange({ ...weekly, [day]: intervals })
  }
  return (
    <div className="week">
      {days.map((day) => {
        const intervals = weekly[day] ?? []
        const name = t(`weekday.${day}`)
        return (
          <fieldset key={day}>
            <legend>{name}</legend>
            <div className="week-day">
              {intervals.length === 0 && <span className="soft">{none}</span>}
              {intervals.map(([from, until], index) => {
                const set = (interval: [number, number]) => {
                  change(day, intervals.with(index, interval))
                }
                return (
                  <span className="week-interval" key={index}>
                    <input
                      type="time"
                      required
                      aria-label={t('floor.from', { day: name, number: index + 1 })}
                      value={clockOf(from)}
                      onChange={(event) => {
                        set([minutesOf(event.target.value, 0), until])
                      }}
                    />
                    <span aria-hidden>–</span>
                    <input
                      type="time"
                      required
                      aria-label={t('floor.until', { day: name, number: index + 1 })}
                      value={clockOf(until)}
                      onChange={(event) => {
                        set([from, minutesOf(event.target.value, wholeDay)])
                      }}
                    />
                    <button
                      type="button"
                      className="link tiny"
                      aria-label={t('floor.removeLong', { day: name, number: index + 1 })}
                      onClick={() => {
                        change(day, intervals.toSpliced(index, 1))
                      }}
                    >
                      {t('floor.remove')}
                    </button>
                  </span>
                )
              })}
              <button
                type="button"
                className="link tiny"
                aria-label={t('floor.addLong', { day: name })}
                onClick={() => {
                  change(day, [...intervals, nextInterval(intervals)])
                }}
              >
                {t('floor.add')}
              </button>
            </div>
          </fieldset>
        )
      })}
    </div>
  )
}

/** Midnight at the end of a day is written 00:00, as people write it. */
const clockOf = (minutes: number): string =>
  `${String(Math.floor((minutes % wholeDay) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function minutesOf(clock: string, midnight: number): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes || midnight
}

function nextInterval(intervals: readonly (readonly [number, number])[]): [number, number] {
  const end = intervals.at(-1)?.[1]
  return end === undefined ? [540, 1020] : [Math.min(end + 60, 1380), Math.min(end + 240, wholeDay)]
}
