// Invites that can still be used, and taking one back.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { Panel } from '../../components/panel.tsx'
import { Time } from '../../components/time.tsx'
import { invitesQuery, revokeInvite } from './staff-queries.ts'

export function Invites() {
  const { t } = useTranslation()
  const query = useQuery(invitesQuery)
  const client = useQueryClient()
  const revoking = useMutation({
    mutationFn: revokeInvite,
    onSettled: () => client.invalidateQueries({ queryKey: ['invites'] }),
  })
  return (
    <Panel title={t('invites.title')}>
      <Loads query={query} room={60}>
        {({ invites }) =>
          invites.length === 0 ? (
            <EmptyState title={t('invites.none')} />
          ) : (
            <ul className="rows">
              {invites.map((invite) => (
                <li key={invite.inviteId}>
                  <bdi>{invite.email}</bdi>
                  <span className="soft small">
                    {t(`role.${invite.role}`)}, {t('invites.until')} <Time at={invite.expiresAt} />
                  </span>
                  <button
                    type="button"
                    className="link"
                    disabled={revoking.isPending}
                    onClick={() => {
                      revoking.mutate(invite.inviteId)
                    }}
                  >
                    {t('invites.revoke', { email: invite.email })}
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Loads>
      {revoking.isError && <ErrorState error={revoking.error} />}
    </Panel>
  )
}
