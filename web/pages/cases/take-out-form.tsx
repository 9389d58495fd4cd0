// Messages that were chosen above become a case of their own, or go to another case of the same customer.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { CaseChoice, useOtherCases } from './case-choice.tsx'
import { caseQuery, type CaseView } from './case-queries.ts'
import type { Choosing } from './choose-messages.ts'
import { moveMessages, splitCase } from './rearrangement-queries.ts'
import { useRearranging } from './use-rearranging.ts'
import { WorkForm } from './work-form.tsx'

interface Props {
  readonly current: CaseView
  readonly choosing: Choosing
  /** What was asked for: it can be changed here. */
  readonly doing: 'split' | 'move'
  readonly onLeave: () => void
}

export function TakeOutForm({ current, choosing, doing, onLeave }: Props) {
  const { t } = useTranslation()
  const others = useOtherCases(current)
  const [picked, setPicked] = useState<string | null>(null)
  const to = picked ?? (doing === 'move' ? (others[0]?.caseId ?? '') : '')
  const target = useQuery({ ...caseQuery(to), enabled: to !== '' })
  const count = choosing.chosen.length
  const taking = useRearranging(
    () => {
      if (to === '') return splitCase(current, choosing.chosen)
      if (!target.data) return Promise.reject(new Error('the other case is not known yet'))
      return moveMessages(current, choosing.chosen, target.data)
    },
    () => {
      announce(t(to === '' ? 'rearrange.splitDone' : 'rearrange.moveDone'))
      onLeave()
    },
  )
  return (
    <WorkForm
      title={t('rearrange.takeOutTitle')}
      action={t(to === '' ? 'rearrange.splitAction' : 'rearrange.moveAction')}
      commanding={taking}
      isReady={count > 0 && (to === '' || target.data !== undefined)}
      onLeave={onLeave}
      onSubmit={() => {
        taking.mutate()
      }}
    >
      <p role="status" className="small">
        {choosing.isAnyThere ? t('rearrange.chosen', { count }) : t('rearrange.noneToChoose')}
      </p>
      <CaseChoice
        label={t('rearrange.whereTo')}
        first={t('rearrange.ownCase')}
        cases={others}
        value={to}
        onChange={setPicked}
      />
      <p className="soft small">{t(to === '' ? 'rearrange.splitHelp' : 'rearrange.moveHelp')}</p>
    </WorkForm>
  )
}
