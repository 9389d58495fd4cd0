// The company: its name, what it does, and the time zone of its letters.
import { Button } from '@mantine/core'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { company, type Company as CompanyView } from '../../../src/platform/staff/organization.schema.ts'
import { ask, send } from '../../api.ts'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { fieldError, useFormFields } from '../../components/form-fields.ts'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { TimeZoneField } from '../../components/time-zone-field.tsx'
import { floorQuery } from '../promises/floor-query.ts'
import { meQuery } from '../staff/staff-queries.ts'

const companyQuery = queryOptions({
  queryKey: ['company'],
  queryFn: ({ signal }) => ask(company, '/api/company', signal),
})

export function Company() {
  const { t } = useTranslation()
  usePageTitle(t('settings.company'))
  const query = useQuery(companyQuery)
  return (
    <>
      <h1>{t('settings.company')}</h1>
      <Loads query={query} room={320}>
        {(seen) => <CompanyForm seen={seen} />}
      </Loads>
    </>
  )
}

function CompanyForm({ seen }: { readonly seen: CompanyView }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data: me } = useQuery(meQuery)
  const form = useFormFields(seen)
  const saving = useMutation({
    mutationFn: () => send(company, 'PUT', '/api/company', form.values),
    onSuccess: async () => {
      await client.invalidateQueries(companyQuery)
      await client.invalidateQueries(meQuery)
    },
  })
  const mayChange = me?.role === 'administrator'
  const field = (name: keyof CompanyView) => ({
    value: form.values[name],
    error: fieldError(saving.error, name),
    onChange: (value: string) => {
      form.set(name, value)
    },
  })
  return (
    <Panel title={t('firstRun.company')}>
      <form
        className="panel-body"
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate()
        }}
      >
        <fieldset className="plain form" disabled={!mayChange}>
          <Field label={t('firstRun.companyName')} autoComplete="organization" {...field('name')} />
          <Field label={t('firstRun.kind')} {...field('kindOfBusiness')} />
          <TimeZoneField label={t('firstRun.timeZone')} {...field('timeZone')} />
          <WhatTheZoneIsFor zone={form.values.timeZone} />
          {saving.isError && <ErrorState error={saving.error} kept={t('act.formKept')} />}
          {saving.isSuccess && <p role="status">{t('company.saved')}</p>}
          {mayChange ? (
            <div>
              <Button type="submit" loading={saving.isPending}>
                {t('company.save')}
              </Button>
            </div>
          ) : (
            <p className="soft">{t('floor.readOnly')}</p>
          )}
        </fieldset>
      </form>
    </Panel>
  )
}

/** The calendar has a zone of its own: said here, because whoever moves the company expects business days to move with it. */
function WhatTheZoneIsFor({ zone }: { readonly zone: string }) {
  const { t } = useTranslation()
  const { data: floor } = useQuery(floorQuery)
  return (
    <p className="soft small">
      {t('company.zoneHelp')}{' '}
      {floor &&
        (floor.calendar.timeZone === zone
          ? t('company.calendarSame')
          : t('company.calendarDiffers', { zone: floor.calendar.timeZone }))}{' '}
      <Link to="/settings/floor">{t('settings.floor')}</Link>
    </p>
  )
}
