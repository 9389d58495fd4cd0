// A choice of another case of the same customer; one that is merged is none of its own.
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { say } from '../../words.ts'
import { customerQuery, type PersonView } from '../customers/customer-queries.ts'
import type { CaseView } from './case-queries.ts'

export type OtherCase = PersonView['cases'][number]

/** The other cases of a case's customer, the newest first. */
export function useOtherCases({ caseId, customer }: CaseView): readonly OtherCase[] {
  const { data } = useQuery(customerQuery(customer.customerId))
  return (data?.cases ?? []).filter((other) => other.caseId !== caseId && other.state !== 'merged')
}

interface Props {
  readonly label: string
  /** What stands there before a case is chosen, or instead of one. */
  readonly first: string
  readonly cases: readonly OtherCase[]
  readonly value: string
  readonly onChange: (caseId: string) => void
  readonly autoFocus?: boolean
}

export function CaseChoice({ first, cases, onChange, ...rest }: Props) {
  const { t } = useTranslation()
  return (
    <NativeSelect
      {...rest}
      onChange={(event) => {
        onChange(event.currentTarget.value)
      }}
      data={[
        { value: '', label: first },
        ...cases.map(({ caseId, number, matter, state }) => ({
          value: caseId,
          label: t('rearrange.otherCase', { number, matter, state: say(t, 'state', state) }),
        })),
      ]}
    />
  )
}
