// Which days the reports are about, and which kind and channel. Each choice is a place of its own to go back from.
import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { caseKind, channelKind } from '../../../src/amend/cases/case.schema.ts'
import { type ReportPeriod } from '../../../src/amend/reports/report.schema.ts'
import { lastDays, usualDays } from '../../../src/amend/reports/report-query.schema.ts'
import { TextTabs } from '../../components/text-tabs.tsx'
import { say } from '../../words.ts'
import { readReportSearch, type ReportQuery } from './report-search.ts'

// words: caseKind.* channel.*
interface Props {
  readonly asked: ReportQuery
  /** The days that are shown, once they are known. */
  readonly period: ReportPeriod | undefined
  readonly onShow: (asked: ReportQuery) => void
}

export function ReportFilters({ asked, period, onShow }: Props) {
  const { t } = useTranslation()
  const { from, to, last, ...about } = asked
  const isOwn = from !== undefined || to !== undefined
  const days = { from: from ?? period?.days.from ?? '', to: to ?? period?.days.to ?? '' }
  const set = (part: Readonly<Record<string, string>>) => {
    onShow(readReportSearch({ ...asked, ...part }))
  }
  const day = (name: 'from' | 'to') => (
    <TextInput
      size="xs"
      type="date"
      label={t(`reports.${name}`)}
      value={days[name]}
      onChange={(event) => {
        const value = event.currentTarget.value
        // A day that is being typed is none for a while.
        if (value !== '') onShow(readReportSearch({ ...about, ...days, [name]: value }))
      }}
    />
  )
  const choice = (name: 'kind' | 'channel', group: string, codes: readonly string[]) => (
    <NativeSelect
      size="xs"
      label={t(`register.${name}`)}
      value={asked[name] ?? ''}
      data={[
        { value: '', label: t('register.any') },
        ...codes.map((value) => ({ value, label: say(t, group, value) })),
      ]}
      onChange={(event) => {
        set({ [name]: event.currentTarget.value })
      }}
    />
  )
  return (
    <form
      className="report-filters"
      aria-label={t('register.filters')}
      onSubmit={(event) => {
        event.preventDefault()
      }}
    >
      <TextTabs
        label={t('reports.period')}
        value={isOwn ? '' : String(last ?? usualDays)}
        tabs={lastDays.map((value) => ({ value: String(value), words: t(`reports.last.${value}`) }))}
        onChange={(value) => {
          onShow(readReportSearch({ ...about, last: value }))
        }}
      />
      {day('from')}
      {day('to')}
      {choice('kind', 'caseKind', caseKind.options)}
      {choice('channel', 'channel', channelKind.options)}
    </form>
  )
}
