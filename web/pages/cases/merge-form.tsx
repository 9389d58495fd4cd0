// Merging this case and another of its customer: which one stays, and what that does, before anybody asks for it.
import { Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loads } from '../../components/loads.tsx'
import { Time } from '../../components/time.tsx'
import { say } from '../../words.ts'
import { CaseChoice, useOtherCases } from './case-choice.tsx'
import type { CaseView } from './case-queries.ts'
import { mergeCases, mergePreviewQuery, type MergePreview } from './rearrangement-queries.ts'
import { useRearranging } from './use-rearranging.ts'
import { WorkForm } from './work-form.tsx'

interface Props {
  readonly current: CaseView
  readonly onLeave: () => void
}

export function MergeForm({ current, onLeave }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const others = useOtherCases(current)
  const [chosen, setChosen] = useState('')
  const [stays, setStays] = useState<'this' | 'other'>('this')
  const other = others.find(({ caseId }) => caseId === chosen)
  const [from, into] = stays === 'this' ? [chosen, current.caseId] : [current.caseId, chosen]
  const query = useQuery({ ...mergePreviewQuery(from, into), enabled: other !== undefined })
  const preview = other ? query.data : undefined
  const merging = useRearranging(
    () => (preview ? mergeCases(preview) : Promise.reject(new Error('nothing was chosen'))),
    (done) => {
      announce(t('rearrange.merged'))
      onLeave()
      if (done.caseId !== current.caseId) void navigate({ to: '/cases/$caseId', params: { caseId: done.caseId } })
    },
  )
  return (
    <WorkForm
      title={t('rearrange.mergeTitle')}
      action={t('rearrange.mergeAction')}
      commanding={merging}
      isReady={preview?.no === null}
      onLeave={onLeave}
      onSubmit={() => {
        merging.mutate()
      }}
    >
      {others.length === 0 ? (
        <EmptyState title={t('rearrange.noOther')} />
      ) : (
        <CaseChoice
          label={t('rearrange.which')}
          first={t('rearrange.choose')}
          cases={others}
          value={chosen}
          onChange={setChosen}
          autoFocus
        />
      )}
      {other && (
        <>
          <Radio.Group
            label={t('rearrange.whichStays')}
            value={stays}
            onChange={(value) => {
              setStays(value === 'other' ? 'other' : 'this')
            }}
          >
            <div className="row">
              <Radio value="this" label={t('rearrange.thisStays', { number: current.number })} />
              <Radio value="other" label={t('rearrange.thatStays', { number: other.number })} />
            </div>
          </Radio.Group>
          <Loads query={query} room={120}>
            {(found) => <Preview preview={found} />}
          </Loads>
        </>
      )}
    </WorkForm>
  )
}

/** What will be, in the order in which one would ask. */
function Preview({ preview }: { readonly preview: MergePreview }) {
  const { t } = useTranslation()
  if (preview.no !== null) {
    return (
      <p className="trouble" role="alert" lang="en">
        {preview.no}
      </p>
    )
  }
  const { from, into, promises } = preview
  return (
    <div className="merge-preview" role="status">
      <p>
        {t('rearrange.moves', { from: from.number, into: into.number, count: preview.messages })}{' '}
        {preview.notes > 0 && t('rearrange.notes', { count: preview.notes })}{' '}
        {t('rearrange.answersForIt', { name: preview.answersForIt })}{' '}
        {preview.endsWaiting && t('rearrange.endsWaiting')}
      </p>
      {promises.length === 0 ? (
        <p className="soft">{t('rearrange.nothingOwed')}</p>
      ) : (
        <table className="merge-promises">
          <caption className="reader-only">{t('rearrange.promises')}</caption>
          <thead className="reader-only">
            <tr>
              <th scope="col">{t('rearrange.promise')}</th>
              <th scope="col">{t('rearrange.due')}</th>
              <th scope="col">{t('rearrange.afterwards')}</th>
            </tr>
          </thead>
          <tbody>
            {promises.map((promise) => (
              <tr key={`${promise.number} ${promise.kind} ${promise.dueAt}`} className={promise.runsOn ? '' : 'soft'}>
                <td>
                  <bdi>{say(t, 'promiseName', promise.kind, { about: promise.about })}</bdi>, {promise.number}
                </td>
                <td className="figures">
                  <Time at={promise.dueAt} isDue />
                </td>
                <td>{t(promise.runsOn ? 'rearrange.runsOn' : 'rearrange.standsIn')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="soft small">{t('rearrange.untilAnswered')}</p>
    </div>
  )
}
