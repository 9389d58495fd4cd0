// Adding or changing a mailbox: who we are, where mail is read, where it is sent, and trying both before saving.
import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Field } from '../../components/field.tsx'
import { fieldError, useFormFields } from '../../components/form-fields.ts'
import { addMailbox, beginSignIn, changeMailbox, checkMailbox, type ChannelShown } from './channel-queries.ts'
import { LoginPart } from './login-part.tsx'
import { arrivals, bodyOf, fieldsOf, securities, type ServerFields, withLogin } from './mailbox-settings.ts'

interface Props {
  /** Null for a new one. */
  readonly channel: ChannelShown | null
  /** Where providers send a browser back to. */
  readonly returnUrl: string
  /** Where mail servers hand mail over. */
  readonly doors: readonly string[]
  readonly onLeave: () => void
}

export function MailboxForm({ channel, returnUrl, doors, onLeave }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useFormFields(fieldsOf(channel))
  const checking = useMutation({ mutationFn: () => checkMailbox(bodyOf(form.values), channel?.channelId ?? null) })
  const saving = useMutation({
    mutationFn: async ({ isSigningIn }: { readonly isSigningIn: boolean }) => {
      const body = bodyOf(form.values)
      if (channel) await changeMailbox(channel.channelId, body)
      const channelId = channel?.channelId ?? (await addMailbox(body)).channelId
      return isSigningIn ? (await beginSignIn(channelId)).url : null
    },
    onSuccess: (url) => {
      if (url === null) onLeave()
      else window.location.assign(url)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['channels'] }),
  })
  const error = saving.error ?? checking.error
  const { login, arrival } = form.values
  const isByToken = login.way !== 'password'
  const canSignIn = isByToken && login.refreshToken === '' && (login.way !== 'other' || login.authorizeUrl !== '')
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
    isByToken,
    hasPassword: channel !== null && channel.config.login === null,
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
        saving.mutate({ isSigningIn: canSignIn && wantsToSignIn(event.nativeEvent) })
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
      <LoginPart
        fields={login}
        error={error}
        returnUrl={returnUrl}
        isKept={channel?.config.login != null}
        onChange={(fields) => {
          form.replace(withLogin(form.values, fields))
        }}
      />
      <fieldset>
        <legend>{t(arrival === 'handed' ? 'mailboxes.incoming' : 'mailboxes.imap')}</legend>
        {(doors.length > 0 || arrival === 'handed') && (
          <NativeSelect
            label={t('mailboxes.arrival')}
            value={arrival}
            onChange={(event) => {
              const chosen = arrivals.find((value) => value === event.currentTarget.value)
              if (chosen) form.set('arrival', chosen)
            }}
            data={arrivals.map((value) => ({ value, label: t(`mailboxes.arrivals.${value}`) }))}
          />
        )}
        {arrival === 'handed' ? (
          <p className="small soft">
            {doors.length > 0 ? t('mailboxes.doors', { doors: doors.join(', ') }) : t('mailboxes.noDoor')}
          </p>
        ) : (
          <>
            <ServerPart {...server('imap')} />
            <Field label={t('mailboxes.folder')} {...text('mailbox')} />
          </>
        )}
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
        {canSignIn && (
          <Button type="submit" value="sign-in" loading={saving.isPending}>
            {t(`mailboxLogin.signIn.${login.way}`)}
          </Button>
        )}
        <Button type="submit" variant={canSignIn ? 'default' : 'filled'} loading={saving.isPending}>
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

/** Which of two buttons sent the form; Enter in a field counts as the first. */
const wantsToSignIn = (event: Event): boolean =>
  event instanceof SubmitEvent && event.submitter instanceof HTMLButtonElement && event.submitter.value === 'sign-in'

interface ServerProps {
  readonly side: 'imap' | 'smtp'
  readonly fields: ServerFields
  readonly error: unknown
  /** Then there is no password to ask for. */
  readonly isByToken: boolean
  readonly hasPassword: boolean
  readonly onChange: (fields: ServerFields) => void
}

function ServerPart({ side, fields, error, isByToken, hasPassword, onChange }: ServerProps) {
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
      {!isByToken && (
        <Field
          label={t('mailboxes.password')}
          {...(hasPassword ? { help: t('mailboxes.passwordKept') } : {})}
          type="password"
          autoComplete="new-password"
          required={side === 'imap' && !hasPassword}
          {...text('password')}
        />
      )}
    </>
  )
}
