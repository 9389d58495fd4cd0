// The first page ever: five things, then the desk works.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { fieldError, useFormFields } from '../../components/form-fields.ts'
import { TimeZoneField } from '../../components/time-zone-field.tsx'
import { FloorFields } from '../promises/floor-fields.tsx'
import { Entrance } from './entrance.tsx'
import { useEntering } from './use-entering.ts'

const atFirst = {
  company: '',
  kindOfBusiness: '',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  name: '',
  email: '',
  password: '',
  floor: { acknowledgeMinutes: 15, firstAnswerBusinessDays: 1, finalAnswerBusinessDays: 10 },
}
type TextField = 'company' | 'kindOfBusiness' | 'name' | 'email' | 'password'

export function FirstRun() {
  const { t } = useTranslation()
  const form = useFormFields(atFirst)
  const founding = useEntering('/api/first-run', '/next-steps')
  const text = (field: TextField) => ({
    value: form.values[field],
    error: fieldError(founding.error, field),
    onChange: (value: string) => {
      form.set(field, value)
    },
  })
  return (
    <Entrance title={t('firstRun.title')} lead={t('firstRun.lead')}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          founding.mutate(form.values)
        }}
      >
        <fieldset>
          <legend>{t('firstRun.company')}</legend>
          <Field label={t('firstRun.companyName')} autoComplete="organization" autoFocus {...text('company')} />
          <Field label={t('firstRun.kind')} help={t('firstRun.kindHelp')} {...text('kindOfBusiness')} />
          <TimeZoneField
            label={t('firstRun.timeZone')}
            value={form.values.timeZone}
            error={fieldError(founding.error, 'timeZone')}
            onChange={(value) => {
              form.set('timeZone', value)
            }}
          />
        </fieldset>
        <fieldset>
          <legend>{t('firstRun.you')}</legend>
          <Field label={t('staff.name')} help={t('staff.nameHelp')} autoComplete="name" {...text('name')} />
          <Field label={t('staff.email')} type="email" autoComplete="username" {...text('email')} />
          <Field
            label={t('staff.password')}
            help={t('staff.passwordHelp')}
            type="password"
            autoComplete="new-password"
            minLength={15}
            {...text('password')}
          />
        </fieldset>
        <fieldset>
          <legend>{t('firstRun.floor')}</legend>
          <p className="soft small">{t('firstRun.floorHelp')}</p>
          <FloorFields
            terms={form.values.floor}
            onChange={(floor) => {
              form.set('floor', floor)
            }}
          />
        </fieldset>
        {founding.isError && <ErrorState error={founding.error} kept={t('act.formKept')} />}
        <Button type="submit" size="md" loading={founding.isPending}>
          {t('firstRun.action')}
        </Button>
      </form>
    </Entrance>
  )
}
