// For the seconds before an answer of mine leaves: how many are left, and the way back into the reply.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { useCommands } from '../../components/shortcuts.ts'
import { timeNow } from '../../now.ts'
import { recallAnswer, type MessageView } from './case-queries.ts'

/** The words of an answer that was taken back, whole, and its files. */
export interface Recalled {
  readonly text: string
  readonly files: MessageView['attachments']
}

interface Props {
  readonly message: MessageView
  readonly caseId: string
  readonly onRecalled: (recalled: Recalled) => void
}

export function RecallAnswer({ message, caseId, onRecalled }: Props) {
  const until = message.delivery?.recallUntil ?? null
  return until === null ? null : <Recall key={until} {...{ message, caseId, onRecalled }} until={Date.parse(until)} />
}

function Recall({ message, caseId, onRecalled, until }: Props & { readonly until: number }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const seconds = useSecondsUntil(until)
  const recalling = useMutation({
    mutationFn: () => recallAnswer(caseId, message.messageId),
    onSuccess: ({ text }) => {
      onRecalled({ text, files: message.attachments })
      announce(t('composer.recalled'))
    },
    onSettled: async () => {
      void client.invalidateQueries({ queryKey: ['desk'] })
      await client.invalidateQueries({ queryKey: ['case', caseId] })
    },
  })
  const recall =
    recalling.isPending || seconds <= 0
      ? undefined
      : () => {
          recalling.mutate()
        }
  useCommands({ recall })
  if (recalling.isError) return <ErrorState error={recalling.error} />
  if (seconds <= 0) return null
  return (
    <p className="recall small">
      {t('composer.leaves', { count: seconds })}{' '}
      <button type="button" className="link" disabled={recall === undefined} onClick={recall}>
        {t('composer.recall')}
      </button>
    </p>
  )
}

/** Whole seconds until a moment by the server's clock, counted down; 0 once it has come. */
function useSecondsUntil(until: number): number {
  const left = () => Math.max(0, Math.ceil((until - timeNow()) / 1000))
  const [seconds, setSeconds] = useState(left)
  useEffect(() => {
    const timer = setInterval(() => {
      setSeconds(Math.max(0, Math.ceil((until - timeNow()) / 1000)))
    }, 500)
    return () => {
      clearInterval(timer)
    }
  }, [until])
  return seconds
}
