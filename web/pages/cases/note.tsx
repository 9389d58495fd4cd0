// A note between the messages, on sunken ground: only colleagues see it. Its author can take it back for a while.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Time } from '../../components/time.tsx'
import { useNow } from '../../now.ts'
import { piecesOf } from './mentions.ts'
import { takeBackNote, type CaseView, type NoteView } from './case-queries.ts'

interface Props {
  readonly note: NoteView
  readonly current: CaseView
  /** Gives the words back to who took them back. */
  readonly onTakenBack: (text: string) => void
}

export function Note({ note, current, onTakenBack }: Props) {
  const { t } = useTranslation()
  const author = note.author.isMe ? t('message.you') : note.author.name
  return (
    <article className="note">
      <p className="note-head">
        <bdi className="message-author">{author}</bdi>
        <span className="soft">
          , {note.call === null ? t('note.toColleagues') : t(`callNote.${note.call}`, { name: current.customer.name })}
          {', '}
          <Time at={note.at} />
        </span>
      </p>
      <p className="note-text" dir="auto">
        {note.text === '' ? <span className="soft">{t('message.noText')}</span> : <NoteWords note={note} />}
      </p>
      <TakeBack note={note} caseId={current.caseId} onTakenBack={onTakenBack} />
    </article>
  )
}

/** The words, with the colleagues they name. */
function NoteWords({ note: { text, mentions } }: { readonly note: NoteView }) {
  const pieces = piecesOf(
    text,
    mentions.map(({ name }) => name),
  )
  // Pieces have no identity but their place.
  return pieces.map((piece, place) =>
    piece.name === null ? (
      piece.text
    ) : (
      <bdi key={place} className="note-mention">
        {piece.text}
      </bdi>
    ),
  )
}

function TakeBack({ note, caseId, onTakenBack }: Pick<Props, 'note' | 'onTakenBack'> & { readonly caseId: string }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const now = useNow()
  const taking = useMutation({
    mutationFn: () => takeBackNote(caseId, note.noteId),
    onSuccess: () => {
      onTakenBack(note.text)
      announce(t('note.takenBack'))
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['case', caseId] }),
  })
  if (note.takeBackUntil === null || now > Date.parse(note.takeBackUntil)) return null
  return (
    <>
      <button
        type="button"
        className="link small"
        disabled={taking.isPending}
        onClick={() => {
          taking.mutate()
        }}
      >
        {t('note.takeBack')}
      </button>
      {taking.isError && <ErrorState error={taking.error} />}
    </>
  )
}
