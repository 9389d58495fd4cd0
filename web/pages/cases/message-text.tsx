// The words of a message: what was newly written; the whole text and the look its sender gave it come on demand.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loads } from '../../components/loads.tsx'
import type { MailFrameProps } from '../../components/mail-frame.tsx'
import { wholeMessageQuery, type MessageView } from './case-queries.ts'

type View = 'new' | 'whole' | 'designed'

export function MessageText({ message }: { readonly message: MessageView }) {
  const { t } = useTranslation()
  const [view, setView] = useState<View>('new')
  const choice = (to: View, words: string) => (
    <button
      type="button"
      className="link small"
      onClick={() => {
        setView(to)
      }}
    >
      {words}
    </button>
  )
  return (
    <>
      {view === 'new' ? (
        <p className="message-text" dir="auto">
          {message.text || <span className="soft">{t('message.noText')}</span>}
        </p>
      ) : (
        <WholeMessage message={message} designed={view === 'designed'} />
      )}
      {(message.hasMore || message.hasHtml) && (
        <div className="message-views">
          {view !== 'new' && choice('new', t('message.onlyNew'))}
          {view !== 'whole' && message.hasMore && choice('whole', t('message.whole'))}
          {view !== 'designed' && message.hasHtml && choice('designed', t('message.designed'))}
        </div>
      )}
    </>
  )
}

/** What cleans a mail is large, and few mails are looked at as designed: it comes when somebody asks. */
const frameQuery = queryOptions({
  queryKey: ['mail-frame'],
  queryFn: () => import('../../components/mail-frame.tsx'),
  staleTime: Infinity,
})

interface DesignedProps extends Omit<MailFrameProps, 'title'> {
  readonly name: string
}

function Designed({ html, pictures, name }: DesignedProps) {
  const { t } = useTranslation()
  const frame = useQuery(frameQuery)
  return (
    <Loads query={frame} room={420}>
      {({ MailFrame }) => <MailFrame html={html} pictures={pictures} title={t('message.designedTitle', { name })} />}
    </Loads>
  )
}

function WholeMessage({ message, designed }: { readonly message: MessageView; readonly designed: boolean }) {
  const query = useQuery(wholeMessageQuery(message.messageId))
  return (
    <Loads query={query} room={120}>
      {({ text, html, pictures }) =>
        designed && html !== null ? (
          <Designed html={html} pictures={pictures} name={message.author.name} />
        ) : (
          <p className="message-text" dir="auto">
            {text}
          </p>
        )
      }
    </Loads>
  )
}
