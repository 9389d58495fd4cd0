// Several states at once: a list that opens under its field, with a box to tick for each.
import { Checkbox } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { caseState } from '../../../src/amend/cases/case-state.schema.ts'
import { say, type Translate } from '../../words.ts'

interface Props {
  /** States with commas between them; none means any. */
  readonly chosen: string | undefined
  readonly onChoose: (states: string) => void
}

export function StateChoice({ chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [isOpen, open] = useState(false)
  const field = useRef<HTMLButtonElement>(null)
  const states = chosen === undefined ? [] : chosen.split(',')
  const tick = (state: string, isWanted: boolean) => {
    const wanted = caseState.options.filter((one) => (one === state ? isWanted : states.includes(one)))
    onChoose(wanted.join(','))
  }
  return (
    <div
      className="states"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) open(false)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        open(false)
        field.current?.focus()
      }}
    >
      <span id={`${id}-label`} className="states-label">
        {t('register.state')}
      </span>
      <button
        ref={field}
        id={`${id}-field`}
        type="button"
        className="states-field"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-labelledby={`${id}-label ${id}-field`}
        onClick={() => {
          open(!isOpen)
        }}
      >
        <span className="cut sentence">{chosenWords(states, t)}</span>
        <IconSelector size={18} stroke={1.5} aria-hidden />
      </button>
      <fieldset id={id} className="states-list" aria-labelledby={`${id}-label`} hidden={!isOpen}>
        {caseState.options.map((state) => (
          <Checkbox
            key={state}
            size="xs"
            label={<span className="sentence">{say(t, 'state', state)}</span>}
            checked={states.includes(state)}
            onChange={(event) => {
              tick(state, event.currentTarget.checked)
            }}
          />
        ))}
      </fieldset>
    </div>
  )
}

function chosenWords(states: readonly string[], t: Translate): string {
  const [first] = states
  if (first === undefined) return t('register.anyState')
  return states.length === 1 ? say(t, 'state', first) : t('register.states', { count: states.length })
}
