// The reply: who will see it, the text, its files, and sending. To finish, what we found is asked in the same place.
import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { Key } from '../../components/key.tsx'
import { lazyPart } from '../../components/lazy-part.ts'
import { makePromise, type CaseView, type Finding } from './case-queries.ts'
import { stillToFill } from './blocks.ts'
import { CopyField } from './copy-field.tsx'
import { CommandTrouble } from './command-trouble.tsx'
import { DraftState } from './draft-state.tsx'
import { FindingChoice } from './finding-choice.tsx'
import { OutgoingFileList, OutgoingFilePicker } from './outgoing-files.tsx'
import { useBlocks } from './use-blocks.ts'
import { useCaseCommand } from './use-case-command.ts'
import type { Draft } from './use-draft.ts'
import { useGuard } from './use-guard.ts'
import type { OutgoingFiles } from './use-outgoing-files.ts'

const BlockList = lazyPart(async () => (await import('./block-list.tsx')).BlockList)
const GuardMarks = lazyPart(async () => (await import('./guard-marks.tsx')).GuardMarks)
const GuardPanel = lazyPart(async () => (await import('./guard-panel.tsx')).GuardPanel)

interface Props {
  readonly current: CaseView
  readonly draft: Draft
  readonly files: OutgoingFiles
  readonly isFinishing: boolean
  readonly onFinishing: (finishing: boolean) => void
  readonly onSaid: () => void
}

export function Composer({ current, draft, files, isFinishing, onFinishing, onSaid }: Props) {
  const { t } = useTranslation()
  const [finding, setFinding] = useState<Finding | null>(null)
  const [evidence, setEvidence] = useState('')
  const [copies, setCopies] = useState<readonly string[]>([])
  const area = useRef<HTMLTextAreaElement>(null)
  const client = useQueryClient()
  const guard = useGuard(current.caseId, draft.text)
  const blocks = useBlocks(area, draft.text, draft.write)
  const unfilled = stillToFill(draft.text)
  const sending = useCaseCommand(current, () => {
    draft.clear()
    guard.clear()
    files.clear()
    setFinding(null)
    setEvidence('')
    setCopies([])
    onFinishing(false)
    onSaid()
    announce(t('composer.sent'))
  })
  useEffect(() => {
    if (isFinishing) area.current?.focus()
  }, [isFinishing])

  const promise = async (about: string, dueAt: string) => {
    await makePromise(current.caseId, about, dueAt)
    await client.invalidateQueries({ queryKey: ['case', current.caseId] })
  }

  const isComplete =
    draft.text.trim() !== '' &&
    unfilled.length === 0 &&
    (!isFinishing || (finding !== null && (finding !== 'dishonest' || evidence.trim() !== '')))
  const send = () => {
    if (!isComplete || sending.isPending) return
    sending.mutate(async () => ({
      do: 'answer',
      text: draft.text,
      final: isFinishing,
      finding: isFinishing ? finding : null,
      evidence: isFinishing && finding === 'dishonest' ? evidence : null,
      fileIds: await files.whenStored(),
      copies,
    }))
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      send()
    }
    if (event.key === 'Escape') area.current?.blur()
  }
  return (
    <section className="composer" aria-label={t('composer.title')} onKeyDown={onKey}>
      <div className="composer-box">
        <div className="reply-field">
          <Textarea
            id="reply"
            ref={area}
            variant="unstyled"
            autosize
            minRows={3}
            maxRows={9}
            value={draft.text}
            readOnly={sending.isPending}
            aria-label={t(isFinishing ? 'composer.final' : 'composer.reply')}
            placeholder={t('composer.placeholder', { name: current.customer.name })}
            aria-keyshortcuts="r"
            onChange={(event) => {
              draft.write(event.currentTarget.value)
              blocks.follow()
            }}
            onSelect={blocks.follow}
            onBlur={blocks.leave}
          />
          <Suspense fallback={null}>
            {guard.noticed?.text === draft.text && <GuardMarks noticed={guard.noticed} area={area} />}
          </Suspense>
        </div>
        <Suspense fallback={null}>
          {blocks.begun !== null && (
            <BlockList
              caseId={current.caseId}
              begun={blocks.begun}
              area={area}
              onChoose={blocks.choose}
              onLeave={blocks.leave}
            />
          )}
        </Suspense>
        {unfilled.length > 0 && (
          <p className="still-to-fill due" role="status">
            {t('blocks.stillToFill', { names: unfilled.join(', ') })}
          </p>
        )}
        <Suspense fallback={null}>
          {guard.noticed && (
            <GuardPanel noticed={guard.noticed} onPromise={current.allowed.includes('promise') ? promise : null} />
          )}
        </Suspense>
        <OutgoingFileList files={files} />
        {isFinishing && (
          <FindingChoice finding={finding} onFinding={setFinding} evidence={evidence} onEvidence={setEvidence} />
        )}
      </div>
      <CopyField caseId={current.caseId} copies={copies} onCopies={setCopies} />
      {sending.isError && <CommandTrouble error={sending.error} kept={t('composer.kept')} />}
      <div className="composer-foot">
        <span className="tiny soft">
          {copies.length === 0
            ? t('composer.only', { name: current.customer.name })
            : t('composer.seenBy', { name: current.customer.name, others: copies.join(', ') })}{' '}
          <DraftState draft={draft} />
        </span>
        <span className="row">
          <OutgoingFilePicker files={files} />
          {isFinishing && current.allowed.includes('answer') && (
            <button
              type="button"
              className="link"
              onClick={() => {
                onFinishing(false)
              }}
            >
              {t('composer.notFinal')}
            </button>
          )}
          <Button disabled={!isComplete} loading={sending.isPending} onClick={send} aria-keyshortcuts="Control+Enter">
            {t(isFinishing ? 'composer.sendFinal' : 'composer.send')}
            <Key>{t('composer.sendKey')}</Key>
          </Button>
        </span>
      </div>
    </section>
  )
}
