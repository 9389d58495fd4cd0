// Beside the conversation: what the case is about and at which stage of the journey it arose. Whoever works here says it; until then the desk may suggest it.
import { NativeSelect } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type Aspect, journeyStages, type NewLabel, type Told } from '../../../src/amend/topics/topic.schema.ts'
import { announce } from '../../components/announcer.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Key } from '../../components/key.tsx'
import { Loads } from '../../components/loads.tsx'
import { useCommands } from '../../components/shortcuts.ts'
import { percent, say } from '../../words.ts'
import { caseTopicQuery, labelCase, topicsQuery } from '../topics/topic-queries.ts'

interface Choice {
  readonly value: string
  readonly label: string
}

// words: stage.* abstains.*
export function CaseTopic({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const query = useQuery(caseTopicQuery(caseId))
  const { data: known } = useQuery(topicsQuery)
  const first = useRef<HTMLSelectElement>(null)
  const labelling = useMutation({
    mutationFn: async (labels: readonly NewLabel[]) => {
      for (const label of labels) await labelCase(caseId, label)
    },
    onSuccess: () => {
      announce(t('about.said'))
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['case', caseId] }),
  })
  const onLabel = (label: NewLabel) => {
    labelling.mutate([label])
  }
  const guesses = (['topic', 'stage'] as const).flatMap((aspect) => {
    const value = query.data?.[aspect].guess?.value
    return value === undefined ? [] : [{ aspect, value }]
  })
  const confirm =
    guesses.length > 0 && !labelling.isPending
      ? () => {
          labelling.mutate(guesses)
        }
      : undefined
  useCommands({ about: () => first.current?.focus(), confirm })
  const stages = journeyStages.map((value) => ({ value, label: say(t, 'stage', value) }))
  const topics = (known?.topics ?? [])
    .filter(({ topicId, isArchived }) => !isArchived || topicId === query.data?.topic.value)
    .map(({ topicId, name }) => ({ value: topicId, label: name }))
  return (
    <section aria-labelledby="about-title">
      <div className="side-head">
        <h2 id="about-title">{t('about.title')}</h2>
        {guesses.length > 0 && (
          <button type="button" className="link" disabled={!confirm} onClick={confirm} aria-keyshortcuts="y">
            {t('about.right')} <Key>y</Key>
          </button>
        )}
      </div>
      <Loads query={query} room={96}>
        {(told) => (
          <div className="about">
            {topics.length > 0 && (
              <AspectChoice {...{ aspect: 'topic', told: told.topic, choices: topics, onLabel }} field={first} />
            )}
            <AspectChoice
              {...{ aspect: 'stage', told: told.stage, choices: stages, onLabel }}
              field={topics.length > 0 ? undefined : first}
            />
          </div>
        )}
      </Loads>
      {labelling.isError && <ErrorState error={labelling.error} />}
    </section>
  )
}

interface AspectProps {
  readonly aspect: Aspect
  readonly told: Told
  readonly choices: readonly Choice[]
  readonly onLabel: (label: NewLabel) => void
  readonly field: React.RefObject<HTMLSelectElement | null> | undefined
}

function AspectChoice({ aspect, told: { value, guess, abstains }, choices, onLabel, field }: AspectProps) {
  const { t } = useTranslation()
  const name = choices.find((one) => one.value === guess?.value)?.label
  return (
    <div>
      <NativeSelect
        {...(field ? { ref: field } : {})}
        size="xs"
        label={t(`about.${aspect}`)}
        value={value ?? ''}
        data={[{ value: '', label: t('about.unsaid') }, ...choices]}
        onChange={({ currentTarget }) => {
          onLabel({ aspect, value: currentTarget.value === '' ? null : currentTarget.value })
        }}
      />
      {guess && name !== undefined && (
        <p className="tiny soft">
          {t('about.likely', { name, percent: percent(guess.probability), words: guess.words.join(', ') })}
        </p>
      )}
      {aspect === 'topic' && abstains !== null && <p className="tiny soft">{say(t, 'abstains', abstains)}</p>}
    </div>
  )
}
