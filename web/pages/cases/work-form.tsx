// A small form in the place of the composer: its fields, one main action, the way back, and what went wrong.
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandTrouble } from './command-trouble.tsx'
import type { CaseCommanding } from './use-case-command.ts'

interface Props {
  readonly title: string
  readonly action: string
  readonly commanding: Pick<CaseCommanding, 'isPending' | 'isError' | 'error'>
  readonly onSubmit: () => void
  /** Whether enough is filled in to ask; yes, unless said otherwise. */
  readonly isReady?: boolean
  readonly onLeave: () => void
  readonly children: ReactNode
}

export function WorkForm({ title, action, commanding, onSubmit, isReady = true, onLeave, children }: Props) {
  const { t } = useTranslation()
  return (
    <form
      className="work-form"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
      }}
    >
      <h2>{title}</h2>
      {children}
      {commanding.isError && <CommandTrouble error={commanding.error} kept={t('act.formKept')} />}
      <div className="row">
        <Button type="submit" loading={commanding.isPending} disabled={!isReady}>
          {action}
        </Button>
        <button type="button" className="link" onClick={onLeave}>
          {t('act.notNow')}
        </button>
      </div>
    </form>
  )
}
