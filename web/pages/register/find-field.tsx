// The search field of the bar: people and cases as one types, chosen by arrow keys and Enter (ARIA combobox with a list).
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Key } from '../../components/key.tsx'
import { useShortcuts } from '../../components/shortcuts.ts'
import { say } from '../../words.ts'
import { searchQuery, type SearchFound } from './search-queries.ts'

interface Choice {
  readonly id: string
  readonly title: string
  readonly aside: string
  readonly go:
    | { readonly to: '/customers/$customerId'; readonly params: { customerId: string } }
    | { readonly to: '/cases/$caseId'; readonly params: { caseId: string } }
}

export function FindField() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const asked = useDeferredValue(words.trim())
  const query = useQuery({ ...searchQuery(asked, 6), enabled: asked !== '', placeholderData: keepPreviousData })
  const choices = asked === '' || !query.data ? [] : choicesOf(query.data, (state) => say(t, 'state', state))
  const isShown = isOpen && asked !== '' && query.data !== undefined
  useShortcuts({
    '/': () => {
      field.current?.focus()
    },
  })

  const leave = () => {
    setOpen(false)
    setChosen(-1)
    setWords('')
    field.current?.blur()
  }
  const go = (choice: Choice) => {
    leave()
    void navigate(choice.go)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave()
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setChosen((now) => Math.min(choices.length - 1, Math.max(-1, now + step)))
    }
    if (event.key !== 'Enter' || words.trim() === '') return
    const choice = choices[chosen]
    if (choice) {
      go(choice)
      return
    }
    leave()
    void navigate({ to: '/search', search: { q: words.trim() } })
  }
  return (
    <div
      className="find"
      role="search"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <IconSearch size={15} stroke={1.8} aria-hidden />
      <input
        ref={field}
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={isShown}
        aria-controls="found"
        aria-autocomplete="list"
        aria-keyshortcuts="/"
        aria-activedescendant={chosen >= 0 && isShown ? `found-${String(chosen)}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('search.placeholder')}
        maxLength={200}
        value={words}
        onFocus={() => {
          setOpen(true)
        }}
        onChange={(event) => {
          setWords(event.target.value)
          setChosen(-1)
          setOpen(true)
        }}
        onKeyDown={onKey}
      />
      {words === '' && <Key>/</Key>}
      <ul
        id="found"
        role="listbox"
        aria-label={t('search.found')}
        className="found"
        hidden={!isShown || choices.length === 0}
      >
        {choices.map((choice, index) => (
          <li
            key={choice.id}
            id={`found-${String(index)}`}
            role="option"
            aria-selected={index === chosen}
            onMouseDown={(event) => {
              event.preventDefault()
              go(choice)
            }}
          >
            <bdi className="cut">{choice.title}</bdi>
            <bdi className="soft small cut">{choice.aside}</bdi>
          </li>
        ))}
      </ul>
      {isShown && choices.length === 0 && <p className="found soft small found-none">{t('search.none')}</p>}
    </div>
  )
}

function choicesOf(found: SearchFound, stateWords: (state: string) => string): readonly Choice[] {
  return [
    ...found.people.map(({ customerId, name, address }) => ({
      id: customerId,
      title: name,
      aside: address,
      go: { to: '/customers/$customerId', params: { customerId } } as const,
    })),
    ...found.cases.map(({ caseId, number, customerName, matter, state }) => ({
      id: caseId,
      title: `${number} ${matter}`,
      aside: `${customerName}, ${stateWords(state)}`,
      go: { to: '/cases/$caseId', params: { caseId } } as const,
    })),
  ]
}
