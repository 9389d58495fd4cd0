// The head of a case: its number, state and owner, what it is about, and what can be done with it now.
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Key } from '../../components/key.tsx'
import { PromiseRing } from '../../components/promise-ring.tsx'
import { TextTabs } from '../../components/text-tabs.tsx'
import { Time } from '../../components/time.tsx'
import { say } from '../../words.ts'
import { caseParts, type CasePart, type Doing } from './case-parts.ts'
import type { Present } from '../../../src/amend/cases/presence/presence.schema.ts'
import { PresenceWords } from './presence-words.tsx'
import { promisesQuery, type CaseView } from './case-queries.ts'

const shown = [
  ['finish', 'f'],
  ['assign', 'h'],
  ['wait', 'w'],
  ['resolve', null],
  ['reject', null],
  ['reopen', null],
] as const

const seldom = [
  ['merge', 'm'],
  ['split', 's'],
  ['move', 'v'],
] as const

interface Props {
  readonly current: CaseView
  /** Who else has it before them. */
  readonly others: readonly Present[]
  readonly actions: Readonly<Record<Exclude<Doing, null>, (() => void) | undefined>>
  readonly part: CasePart
  readonly onPart: (part: CasePart) => void
}

export function CaseHead({ current, others, actions, part, onPart }: Props) {
  const { t } = useTranslation()
  const words = {
    number: current.number,
    kind: say(t, 'caseKind', current.kind),
    state: say(t, 'state', current.state),
  }
  return (
    <header className="case-head">
      <p className="tiny soft figures">
        {t('case.line', words)}{' '}
        {current.relation === 'own'
          ? t('case.ownerYou')
          : current.owner
            ? t('case.owner', { name: current.owner.name })
            : current.state === 'closed'
              ? t('case.endedElsewhereHead')
              : t('case.duty', { name: current.duty.name, pool: current.pool.name })}{' '}
        <PresenceWords others={others} />
      </p>
      <h1 id="matter">
        <bdi>{current.matter}</bdi>
      </h1>
      {current.about.length > 0 && (
        <p className="small soft">
          {t('case.about')} <bdi>{current.about.join(', ')}</bdi>.
        </p>
      )}
      <NextPromise caseId={current.caseId} />
      <div className="phone-only case-parts">
        <TextTabs
          label={t('case.parts')}
          value={part}
          onChange={onPart}
          tabs={caseParts.map((value) => ({
            value,
            words: value === 'person' ? (current.customer.name.split(/\s/)[0] ?? '') : t(`case.part.${value}`),
          }))}
        />
      </div>
      <div className="case-actions" role="group" aria-label={t('case.actions')}>
        {shown.map(([name, key]) =>
          actions[name] ? (
            <button key={name} type="button" onClick={actions[name]} aria-keyshortcuts={key ?? undefined}>
              {t(`case.${name}`)} {key && <Key>{key}</Key>}
            </button>
          ) : null,
        )}
        {actions.merge && <More actions={actions} />}
      </div>
    </header>
  )
}

/** What is done seldom, one step further. */
function More({ actions }: Pick<Props, 'actions'>) {
  const { t } = useTranslation()
  const menu = useRef<HTMLDetailsElement>(null)
  return (
    <details
      ref={menu}
      className="case-more"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !menu.current?.open) return
        event.stopPropagation()
        menu.current.open = false
        menu.current.querySelector('summary')?.focus()
      }}
      onBlur={(event) => {
        if (menu.current && !menu.current.contains(event.relatedTarget)) menu.current.open = false
      }}
    >
      <summary>{t('case.more')}</summary>
      <div className="case-menu">
        {seldom.map(([name, key]) => (
          <button
            key={name}
            type="button"
            aria-keyshortcuts={key}
            onClick={() => {
              if (menu.current) menu.current.open = false
              actions[name]?.()
            }}
          >
            {t(`case.${name}`)} <Key>{key}</Key>
          </button>
        ))}
      </div>
    </details>
  )
}

/** On a phone the promise that is due next, or late, stands under the title. */
function NextPromise({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(promisesQuery(caseId))
  const next = data?.promises.find((promise) => promise.settledAt === null)
  if (!next) return null
  return (
    <p className={next.clock.state === 'late' ? 'phone-only case-next late' : 'phone-only case-next'}>
      <PromiseRing state={next.clock.state} share={next.clock.share} size={18} />
      <span>
        {say(t, 'promiseKind', next.kind, { about: next.about })} <Time at={next.dueAt} isDue />
      </span>
    </p>
  )
}
