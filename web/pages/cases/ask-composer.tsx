// A question to somebody outside: whom, what about, which files of the case go with it, and until when the case waits. The customer sees none of it.
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { Key } from '../../components/key.tsx'
import { timeNow } from '../../now.ts'
import { localInput } from '../../time-words.ts'
import { askOutside, enquiriesQuery, messagesQuery, type CaseView } from './case-queries.ts'
import { CommandTrouble } from './command-trouble.tsx'
import { DraftState } from './draft-state.tsx'
import { DueField } from './due-field.tsx'
import { OutgoingFileList, OutgoingFilePicker } from './outgoing-files.tsx'
import { useDraft } from './use-draft.ts'
import { useOutgoingFiles } from './use-outgoing-files.ts'

const twoDays = 2 * 86_400_000
const mostFiles = 10

interface Props {
  readonly current: CaseView
  readonly onSaid: () => void
}

export function AskComposer({ current, onSaid }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const draft = useDraft(current, 'ask')
  const files = useOutgoingFiles(current.caseId)
  const [address, setAddress] = useState('')
  const [subject, setSubject] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [waits, setWaits] = useState(true)
  const [until, setUntil] = useState(() => localInput(timeNow() + twoDays))
  const mayWait = current.allowed.includes('wait')
  const asking = useMutation({
    mutationFn: async () =>
      askOutside(current.caseId, {
        ...{ version: current.version, address, subject, text: draft.text },
        fileIds: [...(await files.whenStored()), ...chosen].slice(0, mostFiles),
        until: mayWait && waits ? new Date(until).toISOString() : null,
      }),
    onSuccess: () => {
      draft.clear()
      files.clear()
      setChosen(new Set())
      setAddress('')
      setSubject('')
      onSaid()
      announce(t('ask.sent'))
    },
    onSettled: async () => {
      void client.invalidateQueries({ queryKey: ['desk'] })
      await client.invalidateQueries({ queryKey: ['case', current.caseId] })
    },
  })
  const isComplete = [address, subject, draft.text].every((text) => text.trim() !== '') && !(waits && until === '')
  const ask = () => {
    if (isComplete && !asking.isPending) asking.mutate()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    ask()
  }
  return (
    <section className="composer ask" aria-label={t('composer.ask')} onKeyDown={onKey}>
      <div className="ask-fields">
        <TextInput
          id="ask"
          size="xs"
          label={t('ask.whom')}
          value={address}
          inputMode="email"
          autoComplete="off"
          list="asked-before"
          maxLength={320}
          onChange={(event) => {
            setAddress(event.currentTarget.value)
          }}
        />
        <AskedBefore caseId={current.caseId} />
        <TextInput
          size="xs"
          label={t('ask.subject')}
          value={subject}
          maxLength={200}
          onChange={(event) => {
            setSubject(event.currentTarget.value)
          }}
        />
      </div>
      <div className="composer-box composer-note">
        <Textarea
          variant="unstyled"
          autosize
          minRows={3}
          maxRows={9}
          value={draft.text}
          readOnly={asking.isPending}
          aria-label={t('ask.text')}
          placeholder={t('ask.placeholder')}
          onChange={(event) => {
            draft.write(event.currentTarget.value)
          }}
        />
        <OutgoingFileList files={files} />
      </div>
      <FilesOfCase
        caseId={current.caseId}
        chosen={chosen}
        onChoose={(fileId, isChosen) => {
          const next = new Set(chosen)
          if (isChosen) next.add(fileId)
          else next.delete(fileId)
          setChosen(next)
        }}
      />
      {mayWait && (
        <div className="ask-wait">
          <Checkbox
            size="xs"
            label={t('ask.wait')}
            checked={waits}
            onChange={(event) => {
              setWaits(event.currentTarget.checked)
            }}
          />
          {waits && <DueField label={t('wait.until')} value={until} onChange={setUntil} />}
        </div>
      )}
      {asking.isError && <CommandTrouble error={asking.error} kept={t('composer.kept')} />}
      <div className="composer-foot">
        <span className="tiny soft">
          {t('ask.only', { name: current.customer.name })} <DraftState draft={draft} />
        </span>
        <span className="row">
          <OutgoingFilePicker files={files} />
          <Button disabled={!isComplete} loading={asking.isPending} onClick={ask} aria-keyshortcuts="Control+Enter">
            {t('ask.action')}
            <Key>{t('composer.sendKey')}</Key>
          </Button>
        </span>
      </div>
    </section>
  )
}

/** Whom this case has asked before, offered while one types. */
function AskedBefore({ caseId }: { readonly caseId: string }) {
  const { data } = useQuery(enquiriesQuery(caseId))
  return (
    <datalist id="asked-before">
      {data?.enquiries.map(({ conversationId, address, name }) => (
        <option key={conversationId} value={address} label={name} />
      ))}
    </datalist>
  )
}

interface Choosing {
  readonly caseId: string
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (fileId: string, isChosen: boolean) => void
}

/** Files that stand in the conversation with the customer: none goes outside unless it is ticked. */
function FilesOfCase({ caseId, chosen, onChoose }: Choosing) {
  const { t } = useTranslation()
  const { data } = useInfiniteQuery(messagesQuery(caseId))
  const files = (data?.pages ?? [])
    .flatMap((page) => page.messages)
    .filter((message) => !message.isOutside && message.standing === 'joined')
    .flatMap((message) => message.attachments)
  if (files.length === 0) return null
  return (
    <fieldset className="ask-files">
      <legend className="tiny soft">{t('ask.files')}</legend>
      {files.slice(0, 20).map((file) => (
        <Checkbox
          key={file.fileId}
          size="xs"
          label={<bdi>{file.name}</bdi>}
          checked={chosen.has(file.fileId)}
          onChange={(event) => {
            onChoose(file.fileId, event.currentTarget.checked)
          }}
        />
      ))}
    </fieldset>
  )
}
