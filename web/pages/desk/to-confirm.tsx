// Messages that say they belong to a case but cannot prove it. A person decides: the same conversation, or one of its own.
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { Time } from '../../components/time.tsx'
import { confirmMessage, toConfirmQuery } from './desk-queries.ts'

export function ToConfirm() {
  const { t } = useTranslation()
  const query = useQuery(toConfirmQuery)
  const client = useQueryClient()
  const deciding = useMutation({
    mutationFn: ({ messageId, decision }: { messageId: string; decision: 'join' | 'separate' }) =>
      confirmMessage(messageId, decision),
    onSuccess: (_answer, { decision }) => {
      announce(t(decision === 'join' ? 'confirm.joined' : 'confirm.separated'))
    },
    onSettled: () =>
      Promise.all(['to-confirm', 'desk', 'case'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
  return (
    <Loads query={query} room={360}>
      {({ messages }) => (
        <>
          <p className="soft small to-confirm-why">{t('confirm.why')}</p>
          {deciding.isError && <ErrorState error={deciding.error} />}
          {messages.length === 0 && <EmptyState title={t('confirm.none')}>{t('confirm.noneHow')}</EmptyState>}
          <ul className="to-confirm">
            {messages.map((message) => (
              <li key={message.messageId}>
                <p className="tiny soft">
                  <bdi className="strong">{message.sender}</bdi>, <Time at={message.at} />, {t('confirm.for')}{' '}
                  <Link to="/cases/$caseId" params={{ caseId: message.case.caseId }}>
                    {message.case.number}, <bdi>{message.case.matter}</bdi>
                  </Link>
                </p>
                <p className="strong small">
                  <bdi>{message.subject}</bdi>
                </p>
                <p className="to-confirm-text">
                  <bdi>{message.text}</bdi>
                </p>
                <div className="row">
                  {(['join', 'separate'] as const).map((decision) => (
                    <Button
                      key={decision}
                      variant="default"
                      size="xs"
                      disabled={deciding.isPending}
                      onClick={() => {
                        deciding.mutate({ messageId: message.messageId, decision })
                      }}
                    >
                      {t(`confirm.${decision}`)}
                    </Button>
                  ))}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Loads>
  )
}
