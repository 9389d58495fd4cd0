// What is done below the conversation: take the case, answer it, note something, wait, hand it over, resolve, reject or reopen it.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../components/error-state.tsx'
import { Key } from '../../components/key.tsx'
import { TextTabs } from '../../components/text-tabs.tsx'
import { say } from '../../words.ts'
import { useCommands } from '../../components/shortcuts.ts'
import { Time } from '../../components/time.tsx'
import { writings, type Doing, type Writing } from './case-parts.ts'
import type { CaseView } from './case-queries.ts'
import { AskComposer } from './ask-composer.tsx'
import { Composer } from './composer.tsx'
import { NoteComposer } from './note-composer.tsx'
import type { Draft } from './use-draft.ts'
import type { OutgoingFiles } from './use-outgoing-files.ts'
import { SubjectForm } from './subject-form.tsx'
import { HandOverForm } from './hand-over-form.tsx'
import { RejectForm, ReopenForm, ResolveForm } from './end-forms.tsx'
import { MergeForm } from './merge-form.tsx'
import { TakeOutForm } from './take-out-form.tsx'
import type { Choosing } from './choose-messages.ts'
import { useCaseCommand } from './use-case-command.ts'
import { UndoHandOver } from './undo-hand-over.tsx'
import { WaitForm } from './wait-form.tsx'

interface Props {
  readonly current: CaseView
  readonly doing: Doing
  readonly onDoing: (doing: Doing) => void
  /** The messages that are chosen to leave; null while none are. */
  readonly choosing: Choosing | null
  readonly isHandedOver: boolean
  readonly onHandedOver: (isHandedOver: boolean) => void
  readonly writing: Writing
  readonly onWriting: (writing: Writing) => void
  readonly replyDraft: Draft
  readonly replyFiles: OutgoingFiles
  readonly noteDraft: Draft
  /** A reply or a note is on its way. */
  readonly onSaid: () => void
}

export function CaseWork(props: Props) {
  const { current, doing, onDoing, choosing, isHandedOver, onHandedOver } = props
  const leave = () => {
    onDoing(null)
  }
  const form = { current, onLeave: leave }
  return (
    <div className="case-work">
      {current.waiting && <Waiting current={current} />}
      {isHandedOver && (
        <UndoHandOver
          current={current}
          onUndone={() => {
            onHandedOver(false)
          }}
        />
      )}
      {doing === 'wait' && <WaitForm {...form} />}
      {doing === 'assign' && (
        <HandOverForm
          {...form}
          onHandedOver={() => {
            onHandedOver(true)
          }}
        />
      )}
      {doing === 'subject' && <SubjectForm {...form} />}
      {doing === 'resolve' && <ResolveForm {...form} />}
      {doing === 'reject' && <RejectForm {...form} />}
      {doing === 'reopen' && <ReopenForm {...form} />}
      {doing === 'merge' && <MergeForm {...form} />}
      {(doing === 'split' || doing === 'move') && choosing && (
        <TakeOutForm key={doing} {...form} doing={doing} choosing={choosing} />
      )}
      <div hidden={doing !== null && doing !== 'finish' && doing !== 'promise'}>
        <Writings {...props} />
      </div>
    </div>
  )
}

/** The reply, the notes and the question outside, one of them open. What is not open stays as it is, with its files and all. */
function Writings(props: Props) {
  const { current, doing, onDoing, writing, onWriting, replyDraft, replyFiles, noteDraft, onSaid } = props
  const { t } = useTranslation()
  const mayAnswer = current.allowed.includes('answer') || current.allowed.includes('finish')
  const mayNote = current.allowed.includes('note')
  const mayAsk = current.allowed.includes('ask')
  const isFinishing = doing === 'finish' || (mayAnswer && !current.allowed.includes('answer'))
  const open = doing === 'finish' || !mayNote || (writing === 'ask' && !mayAsk) ? 'reply' : writing
  // It is there from when it is first wanted, or where a question has been begun.
  const [isAskThere, setAskThere] = useState(current.askDraft !== null)
  if (open === 'ask' && !isAskThere) setAskThere(true)
  const offered = writings.filter((value) => value !== 'ask' || mayAsk)
  const tabs = offered.map((value) => ({
    value,
    words: t(value === 'reply' && isFinishing ? 'composer.final' : `composer.${value}`),
  }))
  return (
    <>
      {mayNote && (
        <div className="composer-head">
          <TextTabs
            label={t('composer.what')}
            value={open}
            tabs={tabs}
            onChange={(chosen) => {
              if (doing === 'finish' && chosen !== 'reply') onDoing(null)
              onWriting(chosen)
            }}
          />
          {open === 'reply' && mayAnswer && (
            <span className="tiny soft cut wide-only">
              {current.customer.address === null
                ? say(t, 'composerBy', current.channel)
                : t('composer.to', { address: current.customer.address })}
            </span>
          )}
        </div>
      )}
      <div hidden={open !== 'reply'}>
        {mayAnswer ? (
          <Composer
            current={current}
            draft={replyDraft}
            files={replyFiles}
            isFinishing={isFinishing}
            onSaid={onSaid}
            onFinishing={(finishing) => {
              onDoing(finishing ? 'finish' : null)
            }}
          />
        ) : (
          <NotMine current={current} />
        )}
      </div>
      {mayAsk && isAskThere && (
        <div hidden={open !== 'ask'}>
          <AskComposer current={current} onSaid={onSaid} />
        </div>
      )}
      {(open === 'note' || open === 'phone') && (
        <NoteComposer current={current} isCall={open === 'phone'} draft={noteDraft} onSaid={onSaid} />
      )}
    </>
  )
}

function Waiting({ current }: { readonly current: CaseView }) {
  const { t } = useTranslation()
  const resuming = useCaseCommand(current)
  const { waiting } = current
  const resume =
    waiting && current.allowed.includes('resume') && !resuming.isPending
      ? () => {
          resuming.mutate({ do: 'resume' })
        }
      : undefined
  useCommands({ resume })
  if (!waiting) return null
  return (
    <div className="waiting">
      <p>
        {t(waiting.for === 'customer' ? 'wait.forCustomer' : 'wait.forThirdParty')} <bdi>{waiting.reason}</bdi>.{' '}
        {t('wait.goesOn')} <Time at={waiting.until} isDue />.
      </p>
      {current.allowed.includes('resume') && (
        <button type="button" className="link" disabled={resume === undefined} onClick={resume}>
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
  useCommands({ take })
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
        <p>
          {current.owner
            ? t('case.colleague', { name: current.owner.name })
            : t(current.state === 'closed' ? 'case.endedElsewhere' : 'case.cannotTake')}
        </p>
      )}
      {taking.isError && <ErrorState error={taking.error} />}
    </div>
  )
}
