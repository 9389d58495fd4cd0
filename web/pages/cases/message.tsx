// One message. A customer's words are the largest text; ours stand in behind a line; what machines wrote is folded or small.
import { useTranslation } from 'react-i18next'
import { Time } from '../../components/time.tsx'
import { say } from '../../words.ts'
import type { CaseView, MessageView } from './case-queries.ts'
import { Attachments } from './attachments.tsx'
import { MessageMeaning, MessageToConfirm } from './message-decisions.tsx'
import { MessageText } from './message-text.tsx'

interface Props {
  readonly message: MessageView
  readonly current: CaseView
}

export function Message({ message, current }: Props) {
  const { t } = useTranslation()
  if (message.kind === 'acknowledgement' || message.kind === 'notice' || message.kind === 'machine') {
    return (
      <details className="message-small">
        <summary>
          {t(`message.${message.kind}`)}
          {message.kind === 'machine' && (
            <>
              : <bdi>{message.subject || message.author.name}</bdi>
            </>
          )}
          , <Time at={message.at} />
          <Delivery message={message} />
        </summary>
        <MessageText message={message} />
        <Attachments files={message.attachments} />
      </details>
    )
  }
  const isOurs = message.direction === 'out'
  return (
    <article className={isOurs ? 'message message-ours' : 'message'}>
      <header>
        <bdi className="message-author">{message.author.isMe ? t('message.you') : message.author.name}</bdi>
        <Origin message={message} current={current} />
      </header>
      {message.standing === 'to-confirm' && <MessageToConfirm messageId={message.messageId} />}
      {message.standing === 'refused' && <p className="soft small">{t('message.refused')}</p>}
      <MessageText message={message} />
      <Attachments files={message.attachments} />
      {!isOurs && current.relation === 'own' && <MessageMeaning message={message} caseId={current.caseId} />}
    </article>
  )
}

/** By which way and when; who it really was where that is not the customer's own address. */
function Origin({ message, current }: Props) {
  const { t } = useTranslation()
  const { address } = message.author
  const isStranger = message.direction === 'in' && address !== null && address !== current.customer.address
  return (
    <span>
      {isStranger && (
        <>
          {' '}
          <bdi>{address}</bdi>
        </>
      )}
      , {say(t, 'channel', message.direction === 'out' ? 'mail' : current.channel)}, <Time at={message.at} />
      <Delivery message={message} />
    </span>
  )
}

function Delivery({ message: { delivery } }: { readonly message: MessageView }) {
  const { t } = useTranslation()
  if (!delivery) return null
  const isBad = delivery.state === 'refused' || delivery.state === 'bounced'
  return (
    <span className={isBad ? 'late' : undefined}>
      , {t(`delivery.${delivery.state}`)} <Time at={delivery.at} />
      {isBad && delivery.error !== null && (
        <>
          : <bdi>{delivery.error}</bdi>
        </>
      )}
    </span>
  )
}
