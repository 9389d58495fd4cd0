// The mailboxes that are read and written from, each with how it fares, in words.
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { Time } from '../../components/time.tsx'
import { meQuery } from '../staff/staff-queries.ts'
import { beginSignIn, channelsQuery, switchChannel, type ChannelShown } from './channel-queries.ts'
import { MailboxForm } from './mailbox-form.tsx'

export function Mailboxes() {
  const { t } = useTranslation()
  usePageTitle(t('settings.mailboxes'))
  const query = useQuery(channelsQuery)
  const { data: me } = useQuery(meQuery)
  // `new` while one is added, the channel's identifier while one is changed.
  const [open, setOpen] = useState<string | null>(null)
  const close = () => {
    setOpen(null)
  }
  const returnUrl = query.data?.returnUrl ?? ''
  const doors = query.data?.mailDoors ?? []
  const mayChange = me?.role === 'administrator'
  return (
    <>
      <h1>{t('settings.mailboxes')}</h1>
      <p className="lead">{t('mailboxes.lead')}</p>
      <div className="stack">
        <Loads query={query} room={160}>
          {({ channels }) => {
            const boxes = channels.filter((channel) => channel.kind === 'mail')
            return (
              <>
                {boxes.length === 0 && open === null && (
                  <div className="panel">
                    <EmptyState title={t('mailboxes.none')}>{t('mailboxes.noneHow')}</EmptyState>
                  </div>
                )}
                {boxes.map((channel) => (
                  <Mailbox
                    key={channel.channelId}
                    channel={channel}
                    returnUrl={returnUrl}
                    doors={doors}
                    mayChange={mayChange}
                    isOpen={open === channel.channelId}
                    onOpen={() => {
                      setOpen(channel.channelId)
                    }}
                    onClose={close}
                  />
                ))}
              </>
            )
          }}
        </Loads>
        {mayChange &&
          (open === 'new' ? (
            <Panel title={t('mailboxes.new')}>
              <MailboxForm channel={null} returnUrl={returnUrl} doors={doors} onLeave={close} />
            </Panel>
          ) : (
            <div>
              <Button
                onClick={() => {
                  setOpen('new')
                }}
              >
                {t('mailboxes.add')}
              </Button>
            </div>
          ))}
      </div>
    </>
  )
}

interface MailboxProps {
  readonly channel: ChannelShown
  readonly returnUrl: string
  readonly doors: readonly string[]
  readonly mayChange: boolean
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
}

function Mailbox({ channel, returnUrl, doors, mayChange, isOpen, onOpen, onClose }: MailboxProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const switching = useMutation({
    mutationFn: (to: 'on' | 'off') => switchChannel(channel.channelId, to),
    onSettled: () => client.invalidateQueries({ queryKey: ['channels'] }),
  })
  const signingIn = useMutation({
    mutationFn: () => beginSignIn(channel.channelId),
    onSuccess: ({ url }) => {
      window.location.assign(url)
    },
  })
  const { login } = channel.config
  const turn = channel.state === 'off' ? 'on' : 'off'
  return (
    <Panel title={channel.name} aside={channel.config.address}>
      <div className="panel-body">
        <p role="status">
          <span className={channel.state === 'failing' ? 'late strong' : 'strong'}>
            {t(`channelState.${channel.state}`)}
          </span>
          <span className="soft">
            {' '}
            {t('mailboxes.since')} <Time at={channel.stateSince} />
            {channel.readAt !== null && (
              <>
                , {t('mailboxes.readAt')} <Time at={channel.readAt} />
              </>
            )}
          </span>
        </p>
        {channel.stateDetail !== null && (
          <p className="small break">
            <bdi>{channel.stateDetail}</bdi>
          </p>
        )}
        {signingIn.isError && <ErrorState error={signingIn.error} />}
        {switching.isError && <ErrorState error={switching.error} />}
        {mayChange && !isOpen && (
          <div className="row">
            <button type="button" className="link" onClick={onOpen}>
              {t('mailboxes.change')}
            </button>
            {login?.canSignIn && (
              <button
                type="button"
                className="link"
                disabled={signingIn.isPending}
                onClick={() => {
                  signingIn.mutate()
                }}
              >
                {t(login.isSignedIn ? `mailboxLogin.again.${login.provider}` : `mailboxLogin.now.${login.provider}`)}
              </button>
            )}
            <button
              type="button"
              className="link"
              disabled={switching.isPending}
              onClick={() => {
                switching.mutate(turn)
              }}
            >
              {t(`mailboxes.${turn}`)}
            </button>
          </div>
        )}
      </div>
      {isOpen && <MailboxForm channel={channel} returnUrl={returnUrl} doors={doors} onLeave={onClose} />}
    </Panel>
  )
}
