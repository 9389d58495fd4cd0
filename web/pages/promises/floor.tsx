// The floor: what everybody is promised, and the hours in which business days count.
import { Button, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { floorView, type FloorView } from '../../../src/amend/promises/promise.schema.ts'
import { send } from '../../api.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { fieldError } from '../../components/form-fields.ts'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { TimeZoneField } from '../../components/time-zone-field.tsx'
import { meQuery } from '../staff/staff-queries.ts'
import { floorQuery } from './floor-query.ts'
import { FloorFields } from './floor-fields.tsx'
import { WeekFields } from './week-fields.tsx'

export function Floor() {
  const { t } = useTranslation()
  usePageTitle(t('settings.floor'))
  const query = useQuery(floorQuery)
  return (
    <>
      <h1>{t('settings.floor')}</h1>
      <p className="lead">{t('floor.lead')}</p>
      <Loads query={query} room={480}>
        {(floor) => <FloorForm key={floor.version} floor={floor} />}
      </Loads>
    </>
  )
}

function FloorForm({ floor }: { readonly floor: FloorView }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data: me } = useQuery(meQuery)
  const [terms, setTerms] = useState(floor.terms)
  const [timeZone, setTimeZone] = useState(floor.calendar.timeZone)
  const [weekly, setWeekly] = useState(floor.calendar.weekly)
  const [holidays, setHolidays] = useState(floor.calendar.holidays.join('\n'))
  const saving = useMutation({
    mutationFn: () =>
      send(floorView, 'PUT', '/api/floor', {
        terms,
        calendar: { timeZone, weekly, holidays: holidays.split(/\s+/).filter((day) => day !== '') },
      }),
    onSuccess: () => client.invalidateQueries(floorQuery),
  })
  const mayChange = me?.role === 'administrator'
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <fieldset className="plain stack" disabled={!mayChange}>
        <Panel title={t('floor.terms')}>
          <div className="panel-body">
            <p className="soft small">{t('floor.termsHelp')}</p>
            <FloorFields terms={terms} onChange={setTerms} />
          </div>
        </Panel>
        <Panel title={t('floor.calendar')}>
          <div className="panel-body form">
            <p className="soft small">{t('floor.calendarHelp')}</p>
            <TimeZoneField
              label={t('firstRun.timeZone')}
              value={timeZone}
              error={fieldError(saving.error, 'calendar/timeZone')}
              onChange={setTimeZone}
            />
            <WeekFields weekly={weekly} none={t('floor.closed')} onChange={setWeekly} />
            <Textarea
              label={t('floor.holidays')}
              description={t('floor.holidaysHelp')}
              autosize
              minRows={3}
              maxRows={12}
              value={holidays}
              onChange={(event) => {
                setHolidays(event.currentTarget.value)
              }}
            />
          </div>
        </Panel>
        {saving.isError && <ErrorState error={saving.error} kept={t('act.formKept')} />}
        {saving.isSuccess && <p role="status">{t('floor.saved')}</p>}
        {mayChange ? (
          <div>
            <Button type="submit" loading={saving.isPending}>
              {t('floor.save')}
            </Button>
          </div>
        ) : (
          <p className="soft">{t('floor.readOnly')}</p>
        )}
      </fieldset>
    </form>
  )
}
