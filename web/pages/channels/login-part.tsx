// How a mailbox logs in: by password, or by a token of a provider whose page somebody signs in at.
import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CopyText } from '../../components/copy-text.tsx'
import { Field } from '../../components/field.tsx'
import { fieldError } from '../../components/form-fields.ts'
import { type LoginFields, ways } from './mailbox-settings.ts'

interface Props {
  readonly fields: LoginFields
  readonly error: unknown
  /** Where the provider sends the browser back to; it wants to know before. */
  readonly returnUrl: string
  /** Whether a client secret, or a sign-in, may be stored already. */
  readonly isKept: boolean
  readonly onChange: (fields: LoginFields) => void
}

export function LoginPart({ fields, error, returnUrl, isKept, onChange }: Props) {
  const { t } = useTranslation()
  const text = (field: Exclude<keyof LoginFields, 'way'>) => ({
    value: fields[field],
    error: fieldError(error, `login/${field}`),
    autoComplete: 'off',
    onChange: (value: string) => {
      onChange({ ...fields, [field]: value })
    },
  })
  return (
    <fieldset>
      <legend>{t('mailboxLogin.title')}</legend>
      <NativeSelect
        label={t('mailboxLogin.way')}
        value={fields.way}
        onChange={(event) => {
          const way = ways.find((value) => value === event.currentTarget.value)
          if (way) onChange({ ...fields, way })
        }}
        data={ways.map((value) => ({ value, label: t(`mailboxLogin.ways.${value}`) }))}
      />
      {fields.way !== 'password' && (
        <>
          <p className="small soft">{t('mailboxLogin.register')}</p>
          <CopyText label={t('mailboxLogin.returnUrl')} text={returnUrl} />
          {fields.way === 'other' && (
            <>
              <Field label={t('mailboxLogin.tokenUrl')} {...text('tokenUrl')} />
              <Field
                label={t('mailboxLogin.authorizeUrl')}
                help={t('mailboxLogin.authorizeUrlHelp')}
                required={false}
                {...text('authorizeUrl')}
              />
              <Field label={t('mailboxLogin.scope')} required={false} {...text('scope')} />
            </>
          )}
          <Field label={t('mailboxLogin.clientId')} {...text('clientId')} />
          <Field
            label={t('mailboxLogin.clientSecret')}
            help={t(isKept ? 'mailboxes.passwordKept' : 'mailboxLogin.clientSecretHelp')}
            type="password"
            required={false}
            {...text('clientSecret')}
            autoComplete="new-password"
          />
          <Field
            label={t('mailboxLogin.refreshToken')}
            help={t('mailboxLogin.refreshTokenHelp')}
            type="password"
            required={false}
            {...text('refreshToken')}
            autoComplete="new-password"
          />
        </>
      )}
    </fieldset>
  )
}
