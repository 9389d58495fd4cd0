// How the owner ends a case (the customer told them so, or it is rejected, with reasons and with where else to turn), and opens it again.
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from './case-queries.ts'
import { useCaseCommand } from './use-case-command.ts'
import { WorkForm } from './work-form.tsx'

interface Props {
  readonly current: CaseView
  readonly onLeave: () => void
}

export function RejectForm({ current, onLeave }: Props) {
  const { t } = useTranslation()
  const [reasons, setReasons] = useState('')
  const [recourse, setRecourse] = useState('')
  const rejecting = useCaseCommand(current, onLeave)
  return (
    <WorkForm
      title={t('reject.title')}
      action={t('reject.action')}
      commanding={rejecting}
      onLeave={onLeave}
      onSubmit={() => {
        rejecting.mutate({ do: 'reject', reasons, recourse })
      }}
    >
      <Words
        label={t('reject.reasons')}
        help={t('reject.reasonsHelp')}
        value={reasons}
        onChange={setReasons}
        autoFocus
      />
      <Words label={t('reject.recourse')} help={t('reject.recourseHelp')} value={recourse} onChange={setRecourse} />
    </WorkForm>
  )
}

export function ResolveForm({ current, onLeave }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const resolving = useCaseCommand(current, onLeave)
  return (
    <WorkForm
      title={t('resolve.title')}
      action={t('resolve.action')}
      commanding={resolving}
      onLeave={onLeave}
      onSubmit={() => {
        resolving.mutate({ do: 'resolve', reason })
      }}
    >
      <Words label={t('resolve.reason')} help={t('resolve.help')} value={reason} onChange={setReason} autoFocus />
    </WorkForm>
  )
}

export function ReopenForm({ current, onLeave }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const reopening = useCaseCommand(current, onLeave)
  return (
    <WorkForm
      title={t('reopen.title')}
      action={t('reopen.action')}
      commanding={reopening}
      onLeave={onLeave}
      onSubmit={() => {
        reopening.mutate({ do: 'reopen', reason })
      }}
    >
      <Words label={t('reopen.reason')} help={t('reopen.help')} value={reason} onChange={setReason} autoFocus />
    </WorkForm>
  )
}

interface WordsProps {
  readonly label: string
  readonly help: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoFocus?: boolean
}

const Words = ({ help, onChange, ...rest }: WordsProps) => (
  <Textarea
    {...rest}
    description={help}
    required
    withAsterisk={false}
    autosize
    minRows={2}
    maxRows={6}
    onChange={(event) => {
      onChange(event.currentTarget.value)
    }}
  />
)
