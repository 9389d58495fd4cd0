// What the desk noticed in a reply, a line each: what they have had before, from whom and when, with the letter to open; and what is new this time.
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/announcer.tsx'
import { Time } from '../../components/time.tsx'
import { timeNow } from '../../now.ts'
import '../../styles/guard.css'
import { when } from '../../time-words.ts'
import { say, type Translate } from '../../words.ts'
import type { Noticed } from './use-guard.ts'

type Repeat = Noticed['compared']['repeats'][number]
type Letter = Noticed['compared']['letters'][number]

const mostLines = 4
const longestExcerpt = 90
/** Of the earlier letter so much is shown before the passage, and as much behind it. */
const around = 240

interface Props {
  readonly noticed: Noticed
  /** Null where whoever writes may promise nothing here. */
  readonly onPromise: ((about: string, dueAt: string) => Promise<unknown>) | null
}

export function GuardPanel({ noticed, onPromise }: Props) {
  const { t } = useTranslation()
  const { text, compared } = noticed
  const { repeats, promotions, askedAgain, promises } = compared
  const count = repeats.length + askedAgain.length
  useEffect(() => {
    if (count > 0) announce(t('guard.announced', { count }))
  }, [count, t])
  if (count + promotions.length + promises.length === 0) return null
  return (
    <div className="guard" role="group" aria-label={t('guard.title')}>
      {askedAgain.map(({ kind, from, value, at }) => (
        <p key={from} className="guard-line">
          <span className="guard-what due">{t('guard.asksAgain')}</span> {say(t, 'fact', kind)}
          {value !== '' && (
            <>
              : <bdi>{t('guard.quoted', { words: value })}</bdi>
            </>
          )}{' '}
          <span className="soft">{t('guard.toldAt', { when: when(Date.parse(at), timeNow(), t) })}</span>
        </p>
      ))}
      {repeats.length > 0 && <Repeats noticed={noticed} />}
      {promises.map(({ from, until, dueAt }) => (
        <Promised key={`${String(from)} ${dueAt}`} words={text.slice(from, until)} {...{ dueAt, onPromise }} />
      ))}
      {promotions.length > 0 && (
        <p className="guard-line">
          <span className="guard-what due">{t('guard.advertises')}</span> {quoted(text, promotions, t)}{' '}
          <span className="soft">{t('guard.advertisesWhy')}</span>
        </p>
      )}
    </div>
  )
}

/** A promise in the words of the letter, which can be kept among those of the case with one press. */
function Promised({
  words,
  dueAt,
  onPromise,
}: { readonly words: string; readonly dueAt: string } & Pick<Props, 'onPromise'>) {
  const { t } = useTranslation()
  const [state, setState] = useState<'offered' | 'busy' | 'kept'>('offered')
  const keep = () => {
    setState('busy')
    onPromise?.(words.replace(/\s+/g, ' ').trim().slice(0, 500), dueAt).then(
      () => {
        setState('kept')
        announce(t('guard.promiseKept'))
      },
      () => {
        setState('offered')
      },
    )
  }
  return (
    <div className="guard-line guard-row">
      <span>
        <span className="guard-what">{t('guard.promises')}</span> {t('guard.quoted', { words: excerpt(words) })}{' '}
        <span className="soft">
          <Time at={dueAt} isDue />
        </span>
      </span>
      {state === 'kept' ? (
        <span className="soft">{t('guard.promiseKept')}</span>
      ) : (
        onPromise !== null && (
          <button type="button" className="link" disabled={state === 'busy'} onClick={keep}>
            {t('guard.keepPromise')}
          </button>
        )
      )}
    </div>
  )
}

/** What they have had, a line each, and what they have not. */
function Repeats({ noticed: { text, compared } }: { readonly noticed: Noticed }) {
  const { t } = useTranslation()
  const { repeats, letters, fresh, isMostlyReceived } = compared
  const more = repeats.length - mostLines
  return (
    <>
      {isMostlyReceived && <p className="guard-line due">{t('guard.mostly')}</p>}
      <ul>
        {repeats.slice(0, mostLines).map((repeat) => {
          const letter = letters[repeat.letter]
          return letter && <SaidBefore key={repeat.from} text={text} repeat={repeat} letter={letter} />
        })}
      </ul>
      {more > 0 && <p className="guard-line soft">{t('guard.more', { count: more })}</p>}
      <p className="guard-line">
        <span className="guard-what">{t('guard.new')}</span>{' '}
        {fresh.length === 0 ? t('guard.nothingNew') : quoted(text, fresh, t)}
      </p>
    </>
  )
}

function SaidBefore({
  text,
  repeat,
  letter,
}: {
  readonly text: string
  readonly repeat: Repeat
  readonly letter: Letter
}) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const { from, until } = repeat.earlier
  return (
    <li>
      <div className="guard-line guard-row">
        <span>
          <span className="guard-what due">{t('guard.saidBefore')}</span>{' '}
          {t('guard.quoted', { words: excerpt(text.slice(repeat.from, repeat.until)) })}{' '}
          <span className="soft">{receivedFrom(letter, t)}</span>
        </span>
        <button
          type="button"
          className="link"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            setOpen(!isOpen)
          }}
        >
          {t(isOpen ? 'guard.hide' : 'guard.show')}
        </button>
      </div>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <blockquote className="guard-letter">
            <p className="tiny soft">
              {t(`guard.how.${repeat.how}`)} <Time at={letter.at} />
            </p>
            {from > around && '… '}
            {letter.text.slice(Math.max(0, from - around), from)}
            <mark>{letter.text.slice(from, until)}</mark>
            {letter.text.slice(until, until + around)}
            {letter.text.length > until + around && ' …'}
          </blockquote>
        )}
      </div>
    </li>
  )
}

function receivedFrom({ at, author, channel }: Letter, t: Translate): string {
  const said = { when: when(Date.parse(at), timeNow(), t), channel: say(t, 'channel', channel) }
  if (author === null) return t('guard.fromDesk', said)
  return author.isMe ? t('guard.fromYou', said) : t('guard.from', { ...said, name: author.name })
}

const quoted = (text: string, places: Noticed['compared']['fresh'], t: Translate): string =>
  places
    .slice(0, 2)
    .map(({ from, until }) => t('guard.quoted', { words: excerpt(text.slice(from, until)) }))
    .join(' ')

const excerpt = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > longestExcerpt ? `${line.slice(0, longestExcerpt).trimEnd()} …` : line
}
