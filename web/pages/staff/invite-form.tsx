// Inviting a colleague: the link works once and is shown once, here.
import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { CopyText } from '../../components/copy-text.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { fieldError, useFormFields } from '../../components/form-fields.ts'
import { Time } from '../../components/time.tsx'
import { inviteColleague, type Role } from './staff-queries.ts'

const roles: readonly Role[] = ['handler', 'lead', 'administrator']

export function InviteForm() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useFormFields<{ email: string; role: Role }>({ email: '', role: 'handler' })
  const inviting = useMutation({
    mutationFn: () => inviteColleague(form.values.email, form.values.role),
    onSuccess: () => {
      form.set('email', '')
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['invites'] }),
  })
  return (
    <>
      <form
        className="form form-line"
        aria-label={t('people.invite')}
        onSubmit={(event) => {
          event.preventDefault()
          inviting.mutate()
        }}
      >
        <Field
          label={t('people.inviteEmail')}
          type="email"
          autoComplete="off"
          value={form.values.email}
          error={fieldError(inviting.error, 'email')}
          onChange={(value) => {
            form.set('email', value)
          }}
        />
        <NativeSelect
          label={t('people.role')}
          value={form.values.role}
          onChange={(event) => {
            form.set('role', roles.find((role) => role === event.currentTarget.value) ?? 'handler')
          }}
          data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        />
        <Button type="submit" variant="default" loading={inviting.isPending}>
          {t('people.inviteAction')}
        </Button>
      </form>
      <p className="soft small">{t(`roleHelp.${form.values.role}`)}</p>
      {inviting.isError && <ErrorState error={inviting.error} />}
      {inviting.data && (
        <div className="once" role="status">
          <p>
            {t('people.linkOnce')} <Time at={inviting.data.expiresAt} />.
          </p>
          <CopyText label={t('people.link')} text={inviting.data.url} />
        </div>
      )}
    </>
  )
}
