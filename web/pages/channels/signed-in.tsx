// Where a browser comes back to from signing in to a mailbox at its provider. What it brings counts once.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { returnFromSignIn } from './channel-queries.ts'

export function SignedIn() {
  const { t } = useTranslation()
  usePageTitle(t('mailboxLogin.returned'))
  const client = useQueryClient()
  const navigate = useNavigate()
  const { mutate, error } = useMutation({
    mutationFn: () => returnFromSignIn(new URLSearchParams(window.location.search)),
    onSuccess: async () => {
      announce(t('mailboxLogin.signedIn'))
      await client.invalidateQueries({ queryKey: ['channels'] })
      await navigate({ to: '/settings/mailboxes', replace: true })
    },
  })
  const isBegun = useRef(false)
  useEffect(() => {
    if (isBegun.current) return
    isBegun.current = true
    mutate()
  }, [mutate])
  return (
    <>
      <h1>{t('mailboxLogin.returned')}</h1>
      <Panel title={t('mailboxLogin.title')}>
        <div className="panel-body">
          {error === null ? <p role="status">{t('mailboxLogin.asking')}</p> : <ErrorState error={error} />}
          <p>
            <Link to="/settings/mailboxes">{t('mailboxLogin.back')}</Link>
          </p>
        </div>
      </Panel>
    </>
  )
}
