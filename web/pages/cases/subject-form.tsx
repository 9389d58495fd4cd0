// Saying that a complaint is about a colleague: they neither own it nor stand for it from then on.
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
}

export function SubjectForm({ current, onLeave }: Props) {
  const { t } = useTranslation()
  const { data } = useQuery(staffQuery)
  const [staffId, setStaffId] = useState('')
  const naming = useCaseCommand(current, onLeave)
  return (
    <WorkForm
      title={t('subject.title')}
      action={t('subject.action')}
      commanding={naming}
      onLeave={onLeave}
      onSubmit={() => {
        naming.mutate({ do: 'subject', staffId })
      }}
    >
      <StaffSelect
        label={t('subject.whom')}
        help={t('subject.help')}
        nobody={t('handOver.choose')}
        staff={data?.staff ?? []}
        value={staffId}
        onChange={setStaffId}
        required
        autoFocus
      />
    </WorkForm>
  )
}
