// What a person decides about a message: whether it belongs here, and what it means when the desk took it wrongly.
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { confirmMessage, correctMeaning, type Meaning, type MessageView } from './case-queries.ts'

interface ToConfirm {
  readonly messageId: string
  /** Whether it answers what somebody outside was asked. */
  readonly isOutside: boolean
}

export function MessageToConfirm({ messageId, isOutside }: ToConfirm) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const deciding = useMutation({
    mutationFn: (decision: 'join' | 'separate') => confirmMessage(messageId, decision),
    onSettled: () =>
      Promise.all(['case', 'desk', 'to-confirm'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
  return (
    <div className="message-confirm">
      <p>{t(isOutside ? 'outside.toConfirm' : 'message.toConfirm')}</p>
      <div className="row">
        {(['join', 'separate'] as const).map((decision) => (
          <Button
            key={decision}
            size="xs"
            variant="default"
            disabled={deciding.isPending}
            onClick={() => {
              deciding.mutate(decision)
            }}
          >
            {t(`confirm.${decision}`)}
          </Button>
        ))}
      </div>
      {deciding.isError && <ErrorState error={deciding.error} />}
    </div>
  )
}

const meanings: readonly Meaning[] = ['thanks', 'still-broken', 'new-information']

export function MessageMeaning({ message, caseId }: { readonly message: MessageView; readonly caseId: string }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const correcting = useMutation({
    mutationFn: (meaning: Meaning) => correctMeaning(caseId, message.messageId, meaning),
    onSettled: () => client.invalidateQueries({ queryKey: ['case', caseId] }),
  })
  const taken = meanings.find((meaning) => meaning === message.meaning)
  if (!taken) return null
  return (
    <div className="message-meaning">
      <label>
        {t('message.meaning')}{' '}
        <select
          value={taken}
          disabled={correcting.isPending}
          onChange={(event) => {
            const chosen = meanings.find((meaning) => meaning === event.target.value)
            if (chosen) correcting.mutate(chosen)
          }}
        >
          {meanings.map((meaning) => (
            <option key={meaning} value={meaning}>
              {t(`meaning.${meaning}`)}
            </option>
          ))}
        </select>
      </label>
      {correcting.isError && <ErrorState error={correcting.error} />}
    </div>
  )
}
