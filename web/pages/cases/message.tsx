// One message. A customer's words are the largest text; ours stand in behind a line; what machines wrote is folded or small.
import { useTranslation } from 'react-i18next'
import { Time } from '../../components/time.tsx'
import { percent, say } from '../../words.ts'
import type { CaseView, MessageView } from './case-queries.ts'
import { Attachments } from './attachments.tsx'
import { mayLeave, type Choosing } from './choose-messages.ts'
import { MessageMeaning, MessageToConfirm } from './message-decisions.tsx'
import { RecallAnswer, type Recalled } from './recall-answer.tsx'
import { MessageText } from './message-text.tsx'

// words: kindTold.*
interface Props {
  readonly message: MessageView
  readonly current: CaseView
  readonly onRecalled: (recalled: Recalled) => void
  /** While messages are chosen to leave the case. */
  readonly choosing?: Choosing | null
}

type Small = 'acknowledgement' | 'notice' | 'survey' | 'machine' | 'recalled'
/** What is shown in one line until somebody opens it. */
const isSmall = (kind: string): kind is Small =>
  ['acknowledgement', 'notice', 'survey', 'machine', 'recalled'].includes(kind)

export function Message({ message, current, onRecalled, choosing = null }: Props) {
  const { t } = useTranslation()
  const { kind } = message
  const small = kind === 'answer' && message.delivery?.state === 'cancelled' ? 'recalled' : kind
  if (isSmall(small)) {
    return (
      <details className="message-small">
        <summary>
          {t(`message.${small}`)}
          {kind === 'machine' && (
            <>
              : <bdi>{message.subject || message.author.name}</bdi>
            </>
          )}
          , <Time at={message.at} />
          {small !== 'recalled' && <Delivery message={message} />}
        </summary>
        <MessageText message={message} />
        <Attachments files={message.attachments} />
      </details>
    )
  }
  const isOurs = message.direction === 'out'
  const side = isOurs ? 'message message-ours' : 'message'
  return (
    <article className={message.isOutside ? `${side} message-outside` : side}>
      {choosing && mayLeave(message) && <Choice message={message} choosing={choosing} />}
      <header>
        <bdi className="message-author">{message.author.isMe ? t('message.you') : message.author.name}</bdi>
        <Origin message={message} current={current} />
      </header>
      <SeenBy message={message} />
      {message.isOutside && (
        <p className="tiny soft">
          {isOurs
            ? t('outside.toThem', { address: message.to })
            : t('outside.fromThem', { name: current.customer.name })}
        </p>
      )}
      {message.standing === 'to-confirm' && (
        <MessageToConfirm messageId={message.messageId} isOutside={message.isOutside} />
      )}
      {message.standing === 'refused' && <p className="soft small">{t('message.refused')}</p>}
      <MessageText message={message} />
      <Attachments files={message.attachments} />
      <Told message={message} isDangerTold={current.danger !== null} />
      <LikelyKind message={message} />
      <RecallAnswer message={message} caseId={current.caseId} onRecalled={onRecalled} />
      {!isOurs && !message.isOutside && current.relation === 'own' && (
        <MessageMeaning message={message} caseId={current.caseId} />
      )}
    </article>
  )
}

/** What its words tell of danger and hardship, for whoever reads in a hurry; danger that waits for somebody stands above. */
function Told({ message, isDangerTold }: Pick<Props, 'message'> & { readonly isDangerTold: boolean }) {
  const { t } = useTranslation()
  const cues = message.cues.filter(({ isDanger }) => !isDanger || !isDangerTold)
  if (cues.length === 0) return null
  return (
    <ul className="told tiny soft">
      {cues.map(({ kind, words }) => (
        <li key={kind}>
          {say(t, 'cue', kind)}: <bdi>{t('desk.quoted', { text: words })}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** What it most likely is, for whoever reads in a hurry: a reading, which nothing follows from. A complaint is what everybody here expects. */
function LikelyKind({ message: { kindTold } }: Pick<Props, 'message'>) {
  const { t } = useTranslation()
  if (kindTold === null || kindTold.kind === 'complaint') return null
  return (
    <p className="tiny soft">
      {t('message.likely', {
        kind: say(t, 'kindTold', kindTold.kind),
        percent: percent(kindTold.probability),
        words: kindTold.words.map((words) => t('desk.quoted', { text: words })).join(', '),
      })}
    </p>
  )
}

/** Who else got a letter of ours, or whom its sender named beside us. */
function SeenBy({ message }: Pick<Props, 'message'>) {
  const { t } = useTranslation()
  if (message.cc.length === 0) return null
  const others = message.cc.join(', ')
  return (
    <p className="tiny soft break">
      {message.direction === 'out'
        ? t('copies.sentTo', { address: message.to, others })
        : t('copies.namedBeside', { others })}
    </p>
  )
}

function Choice({ message, choosing }: { readonly message: MessageView; readonly choosing: Choosing }) {
  const { t } = useTranslation()
  return (
    <label className="message-choose">
      <input
        type="checkbox"
        checked={choosing.chosen.includes(message.messageId)}
        onChange={() => {
          choosing.toggle(message.messageId)
        }}
      />
      {t('rearrange.takeThis')}
    </label>
  )
}

/** By which way and when; who it really was where that is not the customer's own address. */
function Origin({ message, current }: Pick<Props, 'message' | 'current'>) {
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
      , {say(t, 'channel', message.direction === 'out' || message.isOutside ? 'mail' : current.channel)},{' '}
      <Time at={message.at} />
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
      {(isBad || delivery.state === 'sent') && delivery.error !== null && (
        <>
          : <bdi>{delivery.error}</bdi>
        </>
      )}
    </span>
  )
}
