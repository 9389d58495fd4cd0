// The words of a message: what was newly written; the whole text and the look its sender gave it come on demand.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loads } from '../../components/loads.tsx'
import { MailFrame } from '../../components/mail-frame.tsx'
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

function WholeMessage({ message, designed }: { readonly message: MessageView; readonly designed: boolean }) {
  const { t } = useTranslation()
  const query = useQuery(wholeMessageQuery(message.messageId))
  return (
    <Loads query={query} room={120}>
      {({ text, html, pictures }) =>
        designed && html !== null ? (
          <MailFrame
            html={html}
            pictures={pictures}
            title={t('message.designedTitle', { name: message.author.name })}
          />
        ) : (
          <p className="message-text" dir="auto">
            {text}
          </p>
        )
      }
    </Loads>
  )
}
