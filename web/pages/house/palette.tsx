// The palette: go anywhere, do anything. What is typed finds commands of the page on screen, places, what one looked at last, people and cases;
// arrow keys choose and Enter does it (ARIA combobox with a list). Loaded when it is first opened.
import { Modal } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { bestFits } from '../../components/fuzzy.ts'
import { Key } from '../../components/key.tsx'
import { keyOf, offeredNow } from '../../components/shortcuts.ts'
import { lastVisited } from '../../recent.ts'
import { say } from '../../words.ts'
import { meQuery } from '../staff/staff-queries.ts'
import { searchQuery } from '../register/search-queries.ts'
import { places, settingsParts } from './places.ts'

interface Choice {
  readonly id: string
  readonly words: string
  readonly aside: string
  readonly key: string | null
  readonly run: () => void
}

interface Group {
  readonly title: string
  readonly choices: readonly Choice[]
}

/** What the palette itself, or the keyboard alone, is for. */
const notOffered = new Set(['palette', 'search', 'down', 'up', 'open', 'send', 'leave'])
const mostFound = 5

/** With the first picture, so that no key typed right after it is lost; the dialog itself would do so a moment later. */
const focusAtOnce = (field: HTMLInputElement | null): void => field?.focus()

interface Props {
  readonly onClose: () => void
}

export function Palette({ onClose }: Props) {
  const { t } = useTranslation()
  const list = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const groups = useGroups(typed)
  const all = groups.flatMap((group) => group.choices)
  const chosen = all[Math.min(at, all.length - 1)]
  useSeen(chosen && `${list}-${chosen.id}`)
  const take = (choice: Choice) => {
    onClose()
    // Once the dialog is gone: what is done may move the focus, and keys are silent while a dialog is open.
    setTimeout(choice.run)
  }
  const onKey = (event: KeyboardEvent) => {
    const moved = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (moved !== undefined && !(event.key.length > 3 && typed !== '' && /Home|End/.test(event.key))) {
      event.preventDefault()
      setAt(all.length === 0 ? 0 : (moved + all.length) % all.length)
    }
    if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      take(chosen)
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      padding={0}
      size={560}
      yOffset="10vh"
      attributes={{ content: { 'aria-label': t('keys.palette') } }}
      classNames={{ content: 'palette' }}
    >
      <input
        ref={focusAtOnce}
        data-autofocus
        className="palette-input"
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen && `${list}-${chosen.id}`}
        aria-label={t('palette.label')}
        placeholder={t('palette.placeholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onKeyDown={onKey}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
      />
      <div role="listbox" id={list} className="palette-list" aria-label={t('palette.label')} tabIndex={-1}>
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <p className="tiny soft" aria-hidden>
              {group.title}
            </p>
            {group.choices.map((choice) => (
              <div
                key={choice.id}
                id={`${list}-${choice.id}`}
                role="option"
                aria-selected={choice === chosen}
                onMouseMove={() => {
                  setAt(all.indexOf(choice))
                }}
                onClick={() => {
                  take(choice)
                }}
              >
                <bdi className="cut">{choice.words}</bdi>
                <bdi className="tiny soft cut">{choice.aside}</bdi>
                {choice.key !== null && <Key>{choice.key}</Key>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className="palette-none soft small" role="status">
        {all.length === 0 ? (
          t('palette.none')
        ) : (
          <span className="reader-only">{t('palette.found', { count: all.length })}</span>
        )}
      </p>
    </Modal>
  )
}

/** What fits what is typed, in groups; groups with nothing are left out. */
function useGroups(typed: string): readonly Group[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [offered] = useState(offeredNow)
  const { data: me } = useQuery(meQuery)
  const asked = useDeferredValue(typed.trim())
  const found = useQuery({
    ...searchQuery(asked, mostFound),
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  })
  const go = (to: string, words: string, aside = ''): Choice => ({
    ...{ id: to.replaceAll('/', '-'), words, aside, key: null },
    run: () => void navigate({ to }),
  })
  const doing = offered
    .filter(({ name }) => !notOffered.has(name))
    .map(({ name, run }) => ({ id: name, words: t(`keys.${name}`), aside: '', key: keyOf(name), run }))
  const going = [
    ...places
      .filter(([place]) => place !== 'reports' || (me && me.role !== 'handler'))
      .map(([place, to]) => go(to, t(`place.${place}`))),
    ...settingsParts.map((part) => go(`/settings/${part}`, t(`settings.${part}`), t('place.settings'))),
  ]
  const lately = lastVisited().map(({ kind, id, title }) => go(`/${kind}s/${id}`, title))
  const known = new Set(lately.map(({ id }) => id))
  const answer = asked.length > 1 ? found.data : undefined
  const people = (answer?.people ?? []).map(({ customerId, name, address }) =>
    go(`/customers/${customerId}`, name, address),
  )
  const cases = (answer?.cases ?? []).map(({ caseId, number, matter, customerName, state }) =>
    go(`/cases/${caseId}`, `${number}, ${matter}`, `${customerName}, ${say(t, 'state', state)}`),
  )
  const words = (choice: Choice) => `${choice.words} ${choice.aside}`
  const groups: readonly Group[] = [
    { title: t('palette.here'), choices: bestFits(typed, doing, words) },
    { title: t('palette.recent'), choices: bestFits(typed, lately, words) },
    { title: t('palette.people'), choices: people.filter(({ id }) => !known.has(id)) },
    { title: t('palette.cases'), choices: cases.filter(({ id }) => !known.has(id)) },
    { title: t('palette.places'), choices: bestFits(typed, going, words) },
  ]
  return groups.filter(({ choices }) => choices.length > 0)
}

/** Keeps the chosen line within what one sees. */
function useSeen(id: string | undefined): void {
  const before = useRef(id)
  useEffect(() => {
    if (id === before.current) return
    before.current = id
    if (id !== undefined) document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  }, [id])
}
