// Everybody who works here, the open invites, and disabling somebody whose cases a colleague then takes over.
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { usePageTitle } from '../../components/page-title.ts'
import { Panel } from '../../components/panel.tsx'
import { Time } from '../../components/time.tsx'
import { InviteForm } from './invite-form.tsx'
import { Invites } from './invites.tsx'
import { disableStaff, meQuery, staffQuery } from './staff-queries.ts'
import { StaffSelect } from './staff-select.tsx'

export function People() {
  const { t } = useTranslation()
  usePageTitle(t('settings.people'))
  const query = useQuery(staffQuery)
  const { data: me } = useQuery(meQuery)
  const [leaving, setLeaving] = useState<string | null>(null)
  const mayChange = me?.role === 'administrator'
  return (
    <>
      <h1>{t('settings.people')}</h1>
      <div className="stack">
        <Panel title={t('people.title')}>
          <Loads query={query} room={120}>
            {({ staff }) => (
              <div className="table-box">
                <table className="table">
                  <thead>
                    <tr>
                      <th>{t('people.name')}</th>
                      <th>{t('people.role')}</th>
                      <th className="wide-only">{t('people.joined')}</th>
                      {mayChange && <th>{t('people.actions')}</th>}
                    </tr>
                  </thead>
                  <tbody>
                    {staff.map((member) => (
                      <tr key={member.staffId}>
                        <td>
                          <bdi className="strong">{member.name}</bdi>
                          <bdi className="block tiny soft">{member.email}</bdi>
                        </td>
                        <td>{t(`role.${member.role}`)}</td>
                        <td className="wide-only">
                          <Time at={member.joinedAt} />
                        </td>
                        {mayChange && (
                          <td>
                            {member.disabledAt !== null ? (
                              <span className="soft">
                                {t('people.disabled')} <Time at={member.disabledAt} />
                              </span>
                            ) : member.staffId === me.staffId ? (
                              <span className="soft">{t('people.you')}</span>
                            ) : (
                              <button
                                type="button"
                                className="link"
                                aria-label={t('people.disable', { name: member.name })}
                                onClick={() => {
                                  setLeaving(member.staffId)
                                }}
                              >
                                {t('people.disableShort')}
                              </button>
                            )}
                          </td>
                        )}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </Loads>
          {leaving !== null && (
            <DisableForm
              key={leaving}
              staffId={leaving}
              onLeave={() => {
                setLeaving(null)
              }}
            />
          )}
        </Panel>
        {mayChange && (
          <>
            <Panel title={t('people.invite')}>
              <div className="panel-body">
                <InviteForm />
              </div>
            </Panel>
            <Invites />
          </>
        )}
      </div>
    </>
  )
}

function DisableForm({ staffId, onLeave }: { readonly staffId: string; readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data } = useQuery(staffQuery)
  const [successorId, setSuccessor] = useState('')
  const disabling = useMutation({
    mutationFn: () => disableStaff(staffId, successorId === '' ? null : successorId),
    onSuccess: onLeave,
    onSettled: () => client.invalidateQueries({ queryKey: ['staff'] }),
  })
  const leaver = data?.staff.find((member) => member.staffId === staffId)
  if (!leaver) return null
  const others = data?.staff.filter((member) => member.staffId !== staffId && member.disabledAt === null) ?? []
  return (
    <form
      className="form panel-body"
      aria-label={t('people.disable', { name: leaver.name })}
      onSubmit={(event) => {
        event.preventDefault()
        disabling.mutate()
      }}
    >
      <p>{t('people.disableWhat', { name: leaver.name })}</p>
      <StaffSelect
        label={t('people.successor')}
        help={t('people.successorHelp')}
        nobody={t('people.noSuccessor')}
        staff={others}
        value={successorId}
        onChange={setSuccessor}
      />
      {disabling.isError && <ErrorState error={disabling.error} />}
      <div className="row">
        <Button type="submit" variant="default" loading={disabling.isPending}>
          {t('people.disable', { name: leaver.name })}
        </Button>
        <button type="button" className="link" onClick={onLeave}>
          {t('act.notNow')}
        </button>
      </div>
    </form>
  )
}
