// What is done below the conversation: take the case, answer it, wait, hand it over, resolve, reject or reopen it.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Key } from '../../components/key.tsx'
import { useShortcuts } from '../../components/shortcuts.ts'
import { Time } from '../../components/time.tsx'
import type { Doing } from './case-parts.ts'
import type { CaseView } from './case-queries.ts'
import { Composer } from './composer.tsx'
import { SubjectForm } from './subject-form.tsx'
import { HandOverForm } from './hand-over-form.tsx'
import { RejectForm, ReopenForm, ResolveForm } from './end-forms.tsx'
import { useCaseCommand } from './use-case-command.ts'
import { WaitForm } from './wait-form.tsx'

interface Props {
  readonly current: CaseView
  readonly doing: Doing
  readonly onDoing: (doing: Doing) => void
}

export function CaseWork({ current, doing, onDoing }: Props) {
  const leave = () => {
    onDoing(null)
  }
  const form = { current, onLeave: leave }
  const mayAnswer = current.allowed.includes('answer') || current.allowed.includes('finish')
  return (
    <div className="case-work">
      {current.waiting && <Waiting current={current} />}
      {doing === 'wait' && <WaitForm {...form} />}
      {doing === 'assign' && <HandOverForm {...form} />}
      {doing === 'subject' && <SubjectForm {...form} />}
      {doing === 'resolve' && <ResolveForm {...form} />}
      {doing === 'reject' && <RejectForm {...form} />}
      {doing === 'reopen' && <ReopenForm {...form} />}
      {mayAnswer ? (
        <div hidden={doing !== null && doing !== 'finish' && doing !== 'promise'}>
          <Composer
            current={current}
            isFinishing={doing === 'finish' || !current.allowed.includes('answer')}
            onFinishing={(finishing) => {
              onDoing(finishing ? 'finish' : null)
            }}
          />
        </div>
      ) : doing === null || doing === 'finish' || doing === 'promise' ? (
        <NotMine current={current} />
      ) : null}
    </div>
  )
}

function Waiting({ current }: { readonly current: CaseView }) {
  const { t } = useTranslation()
  const resuming = useCaseCommand(current)
  const { waiting } = current
  if (!waiting) return null
  return (
    <div className="waiting">
      <p>
        {t(waiting.for === 'customer' ? 'wait.forCustomer' : 'wait.forThirdParty')} <bdi>{waiting.reason}</bdi>.{' '}
        {t('wait.goesOn')} <Time at={waiting.until} isDue />.
      </p>
      {current.allowed.includes('resume') && (
        <button
          type="button"
          className="link"
          disabled={resuming.isPending}
          onClick={() => {
            resuming.mutate({ do: 'resume' })
          }}
        >
          {t('wait.resume')}
        </button>
      )}
      {resuming.isError && <ErrorState error={resuming.error} />}
    </div>
  )
}

/** Why one cannot write here, and the one thing that would change it. */
function NotMine({ current }: { readonly current: CaseView }) {
  const { t } = useTranslation()
  const taking = useCaseCommand(current)
  const take =
    current.allowed.includes('take') && !taking.isPending
      ? () => {
          taking.mutate({ do: 'take' })
        }
      : undefined
  useShortcuts({ t: take })
  return (
    <div className="not-mine">
      {current.allowed.includes('take') ? (
        <>
          <p>{t('case.untaken')}</p>
          <Button disabled={take === undefined} onClick={take} aria-keyshortcuts="t">
            {t('case.take')}
            <Key>t</Key>
          </Button>
        </>
      ) : current.relation === 'own' ? (
        <p>{t('case.over')}</p>
      ) : (
        <p>{current.owner ? t('case.colleague', { name: current.owner.name }) : t('case.cannotTake')}</p>
      )}
      {taking.isError && <ErrorState error={taking.error} />}
    </div>
  )
}
