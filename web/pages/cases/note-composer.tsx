// A note to colleagues, or what was said on the telephone. On sunken ground like the notes themselves, so that nobody takes it for the reply.
import { Button, Radio, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Key } from '../../components/key.tsx'
import { writeNote, type CaseView } from './case-queries.ts'
import { DraftState } from './draft-state.tsx'
import { mentionId, MentionList, mentionListId } from './mention-list.tsx'
import type { Draft } from './use-draft.ts'
import { useMentions } from './use-mentions.ts'

const calls = ['in', 'out'] as const

interface Props {
  readonly current: CaseView
  readonly isCall: boolean
  readonly draft: Draft
  readonly onSaid: () => void
}

export function NoteComposer({ current, isCall, draft, onSaid }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [call, setCall] = useState<(typeof calls)[number]>('in')
  const area = useRef<HTMLTextAreaElement>(null)
  const mentions = useMentions(current, area, draft.text, draft.write)
  const writing = useMutation({
    mutationFn: () =>
      writeNote(current.caseId, {
        text: draft.text,
        call: isCall ? call : null,
        mentions: [...mentions.mentioned()],
      }),
    onSuccess: () => {
      draft.clear()
      onSaid()
      announce(t('note.added'))
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['case', current.caseId] }),
  })
  const isComplete = draft.text.trim() !== ''
  const add = () => {
    if (isComplete && !writing.isPending) writing.mutate()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      add()
    }
    if (event.key === 'Escape') area.current?.blur()
  }
  const title = t(isCall ? 'composer.phone' : 'composer.note')
  return (
    <section className="composer" aria-label={title} onKeyDown={onKey}>
      {isCall && (
        <fieldset className="note-call">
          <legend className="reader-only">{t('note.whoCalled')}</legend>
          {calls.map((value) => (
            <Radio
              key={value}
              name="call"
              size="xs"
              label={t(`called.${value}`, { name: current.customer.name })}
              checked={call === value}
              onChange={() => {
                setCall(value)
              }}
            />
          ))}
        </fieldset>
      )}
      <div className="composer-box composer-note">
        <Textarea
          id="note"
          ref={area}
          variant="unstyled"
          autosize
          minRows={3}
          maxRows={9}
          maxLength={20_000}
          value={draft.text}
          aria-label={title}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={mentions.found.length > 0 ? mentionListId : undefined}
          aria-activedescendant={mentions.active === undefined ? undefined : mentionId(mentions.active)}
          placeholder={t(isCall ? 'note.callPlaceholder' : 'note.placeholder')}
          onKeyDown={mentions.onKey}
          onSelect={mentions.follow}
          onBlur={mentions.leave}
          onChange={(event) => {
            draft.write(event.currentTarget.value)
            mentions.follow()
          }}
        />
        {mentions.found.length > 0 && (
          <MentionList found={mentions.found} active={mentions.active} onChoose={mentions.choose} />
        )}
      </div>
      {writing.isError && <ErrorState error={writing.error} kept={t('composer.kept')} />}
      <div className="composer-foot">
        <span className="tiny soft">
          {t('note.only')} <DraftState draft={draft} />
        </span>
        <span className="row">
          <Button disabled={!isComplete} loading={writing.isPending} onClick={add} aria-keyshortcuts="Control+Enter">
            {t(isCall ? 'note.addCall' : 'note.add')}
            <Key>{t('composer.sendKey')}</Key>
          </Button>
        </span>
      </div>
    </section>
  )
}
