// After the first run: three ways to let complaints and colleagues in. None is needed before looking around.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CopyText } from '../../components/copy-text.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { channelsQuery } from '../channels/channel-queries.ts'
import { formAddress } from '../channels/web-form.tsx'
import { InviteForm } from './invite-form.tsx'
import { meQuery } from './staff-queries.ts'

export function NextSteps() {
  const { t } = useTranslation()
  usePageTitle(t('nextSteps.title'))
  const { data: me } = useQuery(meQuery)
  const mailbox = useQuery({ ...channelsQuery, select: ({ channels }) => channels.find(({ kind }) => kind === 'mail') })
  return (
    <div className="page narrow">
      <h1>{t('nextSteps.title')}</h1>
      <p className="entrance-lead">{t('nextSteps.lead')}</p>
      <div className="stack spaced">
        <Panel title={t('nextSteps.mailbox')}>
          <div className="panel-body prose">
            <p className="soft">{t('nextSteps.mailboxWhy')}</p>
            <p>
              {mailbox.data ? (
                t('nextSteps.mailboxDone', { name: mailbox.data.name })
              ) : (
                <Link to="/settings/mailboxes">{t('nextSteps.mailboxGo')}</Link>
              )}
            </p>
          </div>
        </Panel>
        <Panel title={t('nextSteps.form')}>
          <div className="panel-body">
            <p className="soft">{t('nextSteps.formWhy')}</p>
            <CopyText label={t('form.address')} text={formAddress()} />
          </div>
        </Panel>
        {me?.role === 'administrator' && (
          <Panel title={t('nextSteps.colleague')}>
            <div className="panel-body">
              <InviteForm />
            </div>
          </Panel>
        )}
        <p className="prose">
          <Link to="/">{t('nextSteps.desk')}</Link>
        </p>
      </div>
    </div>
  )
}
