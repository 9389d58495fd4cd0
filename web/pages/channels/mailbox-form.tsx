// Adding or changing a mailbox: who we are, where mail is read, where it is sent, and trying both before saving.
import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { fieldError, useFormFields } from '../../components/form-fields.ts'
import { addMailbox, changeMailbox, checkMailbox, type ChannelShown } from './channel-queries.ts'
import { bodyOf, fieldsOf, securities, type ServerFields } from './mailbox-settings.ts'

interface Props {
  /** Null for a new one. */
  readonly channel: ChannelShown | null
  readonly onLeave: () => void
}

export function MailboxForm({ channel, onLeave }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useFormFields(fieldsOf(channel))
  const checking = useMutation({ mutationFn: () => checkMailbox(bodyOf(form.values), channel?.channelId ?? null) })
  const saving = useMutation({
    mutationFn: async () => {
      if (channel) await changeMailbox(channel.channelId, bodyOf(form.values))
      else await addMailbox(bodyOf(form.values))
    },
    onSuccess: onLeave,
    onSettled: () => client.invalidateQueries({ queryKey: ['channels'] }),
  })
  const error = saving.error ?? checking.error
  const text = (field: 'name' | 'address' | 'displayName' | 'mailbox' | 'trustedAuthservId') => ({
    value: form.values[field],
    error: fieldError(error, field),
    autoComplete: 'off',
    onChange: (value: string) => {
      form.set(field, value)
    },
  })
  const server = (side: 'imap' | 'smtp') => ({
    side,
    fields: form.values[side],
    error,
    hasPassword: channel !== null,
    onChange: (fields: ServerFields) => {
      form.set(side, fields)
    },
  })
  return (
    <form
      className="form panel-body"
      aria-label={t('mailboxes.settings')}
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <fieldset>
        <legend>{t('mailboxes.who')}</legend>
        <Field label={t('mailboxes.address')} type="email" autoFocus {...text('address')} />
        <Field
          label={t('mailboxes.displayName')}
          help={t('mailboxes.displayNameHelp')}
          required={false}
          {...text('displayName')}
        />
        <Field label={t('mailboxes.name')} help={t('mailboxes.nameHelp')} required={false} {...text('name')} />
      </fieldset>
      <fieldset>
        <legend>{t('mailboxes.imap')}</legend>
        <ServerPart {...server('imap')} />
        <Field label={t('mailboxes.folder')} {...text('mailbox')} />
        <Field
          label={t('mailboxes.trusted')}
          help={t('mailboxes.trustedHelp')}
          required={false}
          {...text('trustedAuthservId')}
        />
      </fieldset>
      <fieldset>
        <legend>{t('mailboxes.smtp')}</legend>
        <ServerPart {...server('smtp')} />
      </fieldset>
      {checking.data && (
        <div role="status">
          <ul className="checked">
            {(['imap', 'smtp'] as const).map((side) => (
              <li key={side} className={checking.data[side].ok ? undefined : 'late'}>
                <span className="strong">{t(`mailboxes.${side}`)}</span> <bdi>{checking.data[side].words}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      {error !== null && <ErrorState error={error} kept={t('act.formKept')} />}
      <div className="row">
        <Button type="submit" loading={saving.isPending}>
          {t('mailboxes.save')}
        </Button>
        <Button
          variant="default"
          loading={checking.isPending}
          onClick={() => {
            checking.mutate()
          }}
        >
          {t('mailboxes.check')}
        </Button>
        <button type="button" className="link" onClick={onLeave}>
          {t('act.notNow')}
        </button>
      </div>
    </form>
  )
}

interface ServerProps {
  readonly side: 'imap' | 'smtp'
  readonly fields: ServerFields
  readonly error: unknown
  readonly hasPassword: boolean
  readonly onChange: (fields: ServerFields) => void
}

function ServerPart({ side, fields, error, hasPassword, onChange }: ServerProps) {
  const { t } = useTranslation()
  const text = (field: 'host' | 'port' | 'user' | 'password') => ({
    value: fields[field],
    error: fieldError(error, `${side}/${field}`),
    onChange: (value: string) => {
      onChange({ ...fields, [field]: value })
    },
  })
  return (
    <>
      <div className="form-line">
        <Field label={t('mailboxes.host')} autoComplete="off" {...text('host')} />
        <Field label={t('mailboxes.port')} type="number" min={1} max={65535} className="short" {...text('port')} />
        <NativeSelect
          label={t('mailboxes.security')}
          error={fieldError(error, `${side}/security`)}
          value={fields.security}
          onChange={(event) => {
            const security = securities.find((value) => value === event.currentTarget.value)
            if (security) onChange({ ...fields, security })
          }}
          data={securities.map((value) => ({ value, label: t(`security.${value}`) }))}
        />
      </div>
      <Field label={t('mailboxes.user')} autoComplete="off" required={side === 'imap'} {...text('user')} />
      <Field
        label={t('mailboxes.password')}
        {...(hasPassword ? { help: t('mailboxes.passwordKept') } : {})}
        type="password"
        autoComplete="new-password"
        required={side === 'imap' && !hasPassword}
        {...text('password')}
      />
    </>
  )
}
