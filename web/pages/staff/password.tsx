// Changing one's own password. Every other session ends with it.
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { fieldError, useFormFields } from '../../components/form-fields.ts'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { changePassword } from './staff-queries.ts'

const empty = { current: '', next: '' }

export function Password() {
  const { t } = useTranslation()
  usePageTitle(t('settings.password'))
  const form = useFormFields(empty)
  const changing = useMutation({
    mutationFn: () => changePassword(form.values.current, form.values.next),
    onSuccess: () => {
      form.replace(empty)
    },
  })
  return (
    <>
      <h1>{t('settings.password')}</h1>
      <Panel title={t('password.title')}>
        <form
          className="form panel-body"
          onSubmit={(event) => {
            event.preventDefault()
            changing.mutate()
          }}
        >
          <Field
            label={t('password.current')}
            type="password"
            autoComplete="current-password"
            value={form.values.current}
            onChange={(value) => {
              form.set('current', value)
            }}
          />
          <Field
            label={t('password.next')}
            help={t('staff.passwordHelp')}
            type="password"
            autoComplete="new-password"
            minLength={15}
            value={form.values.next}
            error={fieldError(changing.error, 'next')}
            onChange={(value) => {
              form.set('next', value)
            }}
          />
          {changing.isError && <ErrorState error={changing.error} />}
          {changing.isSuccess && <p role="status">{t('password.changed')}</p>}
          <div>
            <Button type="submit" loading={changing.isPending}>
              {t('password.action')}
            </Button>
          </div>
        </form>
      </Panel>
    </>
  )
}
