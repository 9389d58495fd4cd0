// The filter bar of the register. Each choice is a place of its own to go back from; words are looked for once nobody types for a moment.
import { NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { caseKind, channelKind, finding } from '../../../src/amend/cases/case.schema.ts'
import { journeyStages } from '../../../src/amend/topics/topic.schema.ts'
import { say } from '../../words.ts'
import { brandsQuery } from '../brands/brand-queries.ts'
import { customerQuery } from '../customers/customer-queries.ts'
import { topicsQuery } from '../topics/topic-queries.ts'
import { staffQuery } from '../staff/staff-queries.ts'
import { HappenedNotes } from './happened-notes.tsx'
import { asksOf, readSearch, type ViewFilter } from './register-search.ts'
import { StateChoice } from './state-choice.tsx'
import { surveyChoices } from './survey-choices.ts'

// words: stage.* caseKind.* channel.* finding.*
interface Props {
  readonly filter: ViewFilter
  readonly onShow: (filter: ViewFilter, replace?: boolean) => void
}

export function RegisterFilters({ filter, onShow }: Props) {
  const { t } = useTranslation()
  const [isOpen, open] = useState(false)
  const { data: people } = useQuery(staffQuery)
  const { data: brandList } = useQuery(brandsQuery)
  const { data: topicList } = useQuery(topicsQuery)
  const asks = asksOf(filter)
  const names = people?.staff.map(({ staffId, name }) => ({ value: staffId, label: name })) ?? []
  const any = { value: '', label: t('register.any') }
  const anybody = { value: '', label: t('register.anybody') }
  const codes = (group: string, some: readonly string[]) => [
    any,
    ...some.map((value) => ({ value, label: say(t, group, value) })),
  ]
  const set = (part: Readonly<Record<string, string>>) => {
    // Whoever does not ask about surveys asks for no days of asking.
    const days = part['survey'] === '' ? { askedFrom: '', askedTo: '' } : {}
    onShow(readSearch({ ...filter, ...part, ...days }))
  }
  const choice = (name: keyof ViewFilter, label: string, options: readonly { value: string; label: string }[]) => (
    <NativeSelect
      size="xs"
      label={label}
      value={filter[name] ?? ''}
      data={[...options]}
      onChange={(event) => {
        set({ [name]: event.currentTarget.value })
      }}
    />
  )
  const day = (name: 'from' | 'to' | 'askedFrom' | 'askedTo', label: string) => (
    <TextInput
      size="xs"
      type="date"
      label={label}
      value={filter[name] ?? ''}
      onChange={(event) => {
        set({ [name]: event.currentTarget.value })
      }}
    />
  )
  return (
    <form
      className="register-filters"
      aria-label={t('register.filters')}
      data-open={isOpen}
      onSubmit={(event) => {
        event.preventDefault()
      }}
    >
      <Words filter={filter} onShow={onShow} />
      <button
        type="button"
        className="link phone-only"
        aria-expanded={isOpen}
        onClick={() => {
          open(!isOpen)
        }}
      >
        {asks === 0 ? t('register.filters') : t('register.filtersSet', { count: asks })}
      </button>
      <div className="register-choices">
        <StateChoice
          chosen={filter.state}
          onChoose={(state) => {
            set({ state })
          }}
        />
        {choice('kind', t('register.kind'), codes('caseKind', caseKind.options))}
        {choice('channel', t('register.channel'), codes('channel', channelKind.options))}
        {(brandList?.brands.length ?? 0) > 0 &&
          choice('brand', t('register.brand'), [
            any,
            ...(brandList?.brands ?? []).map(({ brandId, name }) => ({ value: brandId, label: name })),
          ])}
        {(topicList?.topics.length ?? 0) > 0 &&
          choice('topic', t('register.topic'), [
            any,
            { value: 'none', label: t('register.unsaid') },
            ...(topicList?.topics ?? []).map(({ topicId, name }) => ({ value: topicId, label: name })),
          ])}
        {choice('stage', t('register.stage'), [
          ...codes('stage', journeyStages),
          { value: 'none', label: t('register.unsaid') },
        ])}
        {choice('owner', t('register.owner'), [
          anybody,
          { value: 'me', label: t('register.me') },
          { value: 'nobody', label: t('register.nobody') },
          ...names,
        ])}
        {choice('duty', t('register.duty'), [anybody, ...names])}
        {choice('late', t('register.late'), [
          any,
          { value: 'now', label: t('register.lateNow') },
          { value: 'ever', label: t('register.lateEver') },
        ])}
        {choice('finding', t('register.finding'), codes('finding', finding.options))}
        {day('from', t('register.from'))}
        {day('to', t('register.to'))}
        <div className="register-asked">
          {choice('survey', t('register.survey'), surveyChoices(filter.survey, t))}
          {filter.survey !== undefined && day('askedFrom', t('register.askedFrom'))}
          {filter.survey !== undefined && day('askedTo', t('register.askedTo'))}
        </div>
      </div>
      <HappenedNotes
        filter={filter}
        onTakeOff={(names) => {
          set(Object.fromEntries(names.map((name) => [name, ''])))
        }}
      />
      {filter.customer !== undefined && (
        <OfCustomer
          customerId={filter.customer}
          onAll={() => {
            set({ customer: '' })
          }}
        />
      )}
    </form>
  )
}

const restMs = 300

function Words({ filter, onShow }: Props) {
  const { t } = useTranslation()
  /** What is typed and not yet looked for. */
  const [typed, setTyped] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const look = (words: string) => {
    clearTimeout(timer.current)
    setTyped(null)
    const wanted = readSearch({ ...filter, q: words })
    // While somebody goes on typing it stays one place to go back from.
    if (wanted.q !== filter.q) onShow(wanted, filter.q !== undefined && wanted.q !== undefined)
  }
  return (
    <TextInput
      size="xs"
      type="search"
      className="register-words"
      label={t('register.words')}
      autoComplete="off"
      maxLength={200}
      value={typed ?? filter.q ?? ''}
      onChange={(event) => {
        const words = event.currentTarget.value
        setTyped(words)
        clearTimeout(timer.current)
        timer.current = setTimeout(look, restMs, words)
      }}
      onBlur={() => {
        if (typed !== null) look(typed)
      }}
    />
  )
}

function OfCustomer({ customerId, onAll }: { readonly customerId: string; readonly onAll: () => void }) {
  const { t } = useTranslation()
  const { data } = useQuery(customerQuery(customerId))
  return (
    <p className="small row">
      <bdi>{t('register.customer', { name: data?.name ?? '' })}</bdi>
      <button type="button" className="link" onClick={onAll}>
        {t('register.allCustomers')}
      </button>
    </p>
  )
}
