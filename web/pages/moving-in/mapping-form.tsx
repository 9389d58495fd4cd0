// Which column fills which field, what cannot be told from the table itself, and what would come of it. Nothing is brought before it was looked at.
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Panel } from '../../components/panel.tsx'
import { checkTable, type FieldName, type Plan, type SeenImport, startTable } from './import-queries.ts'
import { PreviewTable } from './preview-table.tsx'
import { ProblemList } from './problem-list.tsx'

export function MappingForm({ seen }: { readonly seen: SeenImport }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [plan, setPlan] = useState<Plan>(seen.plan)
  const checking = useMutation({ mutationFn: () => checkTable(seen.importId, plan) })
  const starting = useMutation({
    mutationFn: () => startTable(seen.importId, plan),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
  })
  const choose = (change: Partial<Plan>): void => {
    setPlan((now) => ({ ...now, ...change }))
    checking.reset()
    starting.reset()
  }
  const found = checking.data
  const isReady =
    found !== undefined && found.faults.length === 0 && found.good > 0 && !Object.values(found.questions).includes(true)
  return (
    <>
      <Panel title={t(seen.isExport ? 'moveIn.export' : 'moveIn.columns')}>
        <form
          className="panel-body form"
          onSubmit={(event) => {
            event.preventDefault()
            checking.mutate()
          }}
        >
          <Fields seen={seen} plan={plan} choose={choose} />
          <Barred seen={seen} />
          {seen.isExport ? <p>{t('moveIn.exportHelp')}</p> : <Questions kind={seen.kind} plan={plan} choose={choose} />}
          {found?.faults.map((fault) => (
            <p key={fault} role="alert">
              {fault}
            </p>
          ))}
          {found && <Asked questions={found.questions} />}
          {checking.isError && <ErrorState error={checking.error} kept={t('act.formKept')} />}
          <div className="row">
            <Button type="submit" variant={isReady ? 'default' : 'filled'} loading={checking.isPending}>
              {t('moveIn.check')}
            </Button>
          </div>
        </form>
      </Panel>
      {found && found.faults.length === 0 && (
        <>
          <ProblemList title={t('moveIn.problems')} problems={found.problems} />
          <PreviewTable rows={found.rows} />
          {starting.isError && <ErrorState error={starting.error} />}
          <div className="row">
            <Button
              disabled={!isReady}
              loading={starting.isPending}
              onClick={() => {
                starting.mutate()
              }}
            >
              {t('moveIn.start', { count: found.good })}
            </Button>
            <span className="soft small">{t('moveIn.silent')}</span>
          </div>
        </>
      )}
    </>
  )
}

interface Choosing {
  readonly plan: Plan
  readonly choose: (change: Partial<Plan>) => void
}

function Fields({ seen, plan, choose }: Choosing & { readonly seen: SeenImport }) {
  const { t } = useTranslation()
  const columns = seen.columns.flatMap(({ header, barred }, at) =>
    barred === null ? [{ value: String(at), label: header }] : [],
  )
  const example = (name: FieldName): string => {
    const samples = seen.columns[plan.mapping[name] ?? -1]?.samples.filter((one) => one !== '') ?? []
    return samples.length === 0 ? '' : t('moveIn.example', { words: samples.join(' · ') })
  }
  return seen.fields.map(({ name, isNeeded }) => (
    <NativeSelect
      key={name}
      label={`${t(`moveIn.fields.${name}`)}${isNeeded === true ? t('moveIn.needed') : ''}`}
      description={example(name)}
      value={String(plan.mapping[name] ?? '')}
      data={[{ value: '', label: t('moveIn.noColumn') }, ...columns]}
      onChange={(event) => {
        const { [name]: _before, ...others } = plan.mapping
        const { value } = event.currentTarget
        choose({ mapping: value === '' ? others : { ...others, [name]: Number(value) } })
      }}
    />
  ))
}

/** Columns that say what a customer is worth, and why they fill nothing. */
function Barred({ seen }: { readonly seen: SeenImport }) {
  const { t } = useTranslation()
  const barred = seen.columns.filter((column) => column.barred !== null)
  const [first] = barred
  if (!first) return null
  return (
    <p className="small">
      {t('moveIn.barred', { count: barred.length, names: barred.map(({ header }) => header).join(', ') })}{' '}
      {first.barred}
    </p>
  )
}

const orders = ['day-first', 'month-first'] as const
const marks = ['.', ','] as const

function Questions({ kind, plan, choose }: Choosing & { readonly kind: SeenImport['kind'] }) {
  const { t } = useTranslation()
  return (
    <>
      <NativeSelect
        label={t('moveIn.dateOrder')}
        value={plan.dateOrder ?? ''}
        data={[
          { value: '', label: t('moveIn.asTold') },
          ...orders.map((value) => ({ value, label: t(`moveIn.orders.${value}`) })),
        ]}
        onChange={(event) => {
          choose({ dateOrder: orders.find((one) => one === event.currentTarget.value) ?? null })
        }}
      />
      {(kind === 'order' || kind === 'refund') && (
        <NativeSelect
          label={t('moveIn.decimalMark')}
          value={plan.decimalMark ?? ''}
          data={[
            { value: '', label: t('moveIn.asTold') },
            ...marks.map((value) => ({ value, label: t(`moveIn.marks.${value === '.' ? 'point' : 'comma'}`) })),
          ]}
          onChange={(event) => {
            choose({ decimalMark: marks.find((one) => one === event.currentTarget.value) ?? null })
          }}
        />
      )}
      {kind === 'order' && (
        <TextInput
          label={t('moveIn.currency')}
          description={t('moveIn.currencyHelp')}
          maxLength={3}
          value={plan.currency ?? ''}
          onChange={(event) => {
            const code = event.currentTarget.value.toUpperCase()
            choose({ currency: code === '' ? null : code })
          }}
        />
      )}
    </>
  )
}

function Asked({
  questions,
}: {
  readonly questions: Readonly<Record<'dateOrder' | 'decimalMark' | 'currency', boolean>>
}) {
  const { t } = useTranslation()
  const open = (['dateOrder', 'decimalMark', 'currency'] as const).filter((name) => questions[name])
  return open.map((name) => (
    <p key={name} role="alert">
      {t(`moveIn.asked.${name}`)}
    </p>
  ))
}
