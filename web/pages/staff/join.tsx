// Joining by an invite. The token stands behind the # of the address, so that no server and no log on the way sees it.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { fieldError, useFormFields } from '../../components/form-fields.ts'
import { Loads } from '../../components/loads.tsx'
import { say } from '../../words.ts'
import { Entrance } from './entrance.tsx'
import { lookAtInvite } from './staff-queries.ts'
import { useEntering } from './use-entering.ts'

export function Join() {
  const { t } = useTranslation()
  const [token] = useState(() => window.location.hash.slice(1))
  const invite = useQuery({
    queryKey: ['invite', token],
    queryFn: () => lookAtInvite(token),
    retry: false,
    enabled: token !== '',
  })
  if (token === '') {
    return (
      <Entrance title={t('join.title')}>
        <p>{t('join.noToken')}</p>
      </Entrance>
    )
  }
  return (
    <Entrance title={t('join.title')}>
      <Loads query={invite} room={320}>
        {({ email, role, organization }) => (
          <>
            <p className="entrance-lead">{t('join.lead', { organization, role: say(t, 'role', role) })}</p>
            <JoinForm token={token} email={email} />
          </>
        )}
      </Loads>
    </Entrance>
  )
}

function JoinForm({ token, email }: { readonly token: string; readonly email: string }) {
  const { t } = useTranslation()
  const form = useFormFields({ name: '', password: '' })
  const entering = useEntering('/api/invites/accept', '/')
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        entering.mutate({ token, ...form.values })
      }}
    >
      <Field
        label={t('staff.email')}
        type="email"
        autoComplete="username"
        readOnly
        value={email}
        onChange={() => undefined}
      />
      <Field
        label={t('staff.name')}
        help={t('staff.nameHelp')}
        autoComplete="name"
        autoFocus
        value={form.values.name}
        error={fieldError(entering.error, 'name')}
        onChange={(value) => {
          form.set('name', value)
        }}
      />
      <Field
        label={t('staff.password')}
        help={t('staff.passwordHelp')}
        type="password"
        autoComplete="new-password"
        minLength={15}
        value={form.values.password}
        error={fieldError(entering.error, 'password')}
        onChange={(value) => {
          form.set('password', value)
        }}
      />
      {entering.isError && <ErrorState error={entering.error} />}
      <Button type="submit" loading={entering.isPending}>
        {t('join.action')}
      </Button>
    </form>
  )
}
