// Handing a case to a colleague, with a summary in the owner's words. The customer is told.
import { Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { staffQuery } from '../staff/staff-queries.ts'
import { StaffSelect } from '../staff/staff-select.tsx'
import type { CaseView } from './case-queries.ts'
import { useCaseCommand } from './use-case-command.ts'
import { WorkForm } from './work-form.tsx'

interface Props {
  readonly current: CaseView
  readonly onLeave: () => void
  /** It was another's, and is handed over: that can be undone for a while. */
  readonly onHandedOver: () => void
}

export function HandOverForm({ current, onLeave, onHandedOver }: Props) {
  const { t } = useTranslation()
  const { data } = useQuery(staffQuery)
  const [staffId, setStaffId] = useState('')
  const [summary, setSummary] = useState('')
  const giving = useCaseCommand(current, () => {
    // From the pool it was a taking, and a taking is not undone.
    if (current.owner !== null) onHandedOver()
    onLeave()
  })
  const colleagues = (data?.staff ?? []).filter(
    (member) => member.disabledAt === null && member.staffId !== current.owner?.staffId,
  )
  return (
    <WorkForm
      title={t('handOver.title')}
      action={t('handOver.action')}
      commanding={giving}
      onLeave={onLeave}
      onSubmit={() => {
        giving.mutate({ do: 'assign', staffId, summary })
      }}
    >
      <StaffSelect
        label={t('handOver.whom')}
        nobody={t('handOver.choose')}
        staff={colleagues}
        value={staffId}
        onChange={setStaffId}
        required
        autoFocus
      />
      <Textarea
        label={t('handOver.summary')}
        description={t('handOver.summaryHelp')}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        maxRows={6}
        value={summary}
        onChange={(event) => {
          setSummary(event.currentTarget.value)
        }}
      />
    </WorkForm>
  )
}
