// Signing in by e-mail address and password.
import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { useFormFields } from '../../components/form-fields.ts'
import { Entrance } from './entrance.tsx'
import { useEntering } from './use-entering.ts'

const route = getRouteApi('/sign-in')

export function SignIn() {
  const { t } = useTranslation()
  const { to = '/' } = route.useSearch()
  const form = useFormFields({ email: '', password: '' })
  const entering = useEntering('/api/sign-in', to)
  return (
    <Entrance title={t('signIn.title')}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          entering.mutate(form.values)
        }}
      >
        <Field
          label={t('staff.email')}
          type="email"
          autoComplete="username"
          autoFocus
          value={form.values.email}
          onChange={(value) => {
            form.set('email', value)
          }}
        />
        <Field
          label={t('staff.password')}
          type="password"
          autoComplete="current-password"
          value={form.values.password}
          onChange={(value) => {
            form.set('password', value)
          }}
        />
        {entering.isError && <ErrorState error={entering.error} />}
        <Button type="submit" loading={entering.isPending}>
          {t('signIn.action')}
        </Button>
        <p className="soft small">{t('signIn.forgotten')}</p>
      </form>
    </Entrance>
  )
}
