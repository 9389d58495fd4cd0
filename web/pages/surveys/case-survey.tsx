// Beside a case: whether its customer was asked afterwards, and what they answered, in their words.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Loads } from '../../components/loads.tsx'
import { Time } from '../../components/time.tsx'
import { say } from '../../words.ts'
import { caseSurveyQuery } from './survey-queries.ts'

// words: surveys.leftOut.*
const items = ['outcome', 'process', 'person'] as const

export function CaseSurvey({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation()
  const query = useQuery(caseSurveyQuery(caseId))
  // Where customers are not asked there is nothing to say.
  if (query.data?.survey === null) return null
  return (
    <section aria-labelledby="survey-title">
      <h2 id="survey-title">{t('surveys.ofCase')}</h2>
      <Loads query={query} room={44}>
        {({ survey }) =>
          survey && (
            <>
              <p className="small soft">
                {survey.state === 'left-out'
                  ? t('surveys.caseState.left-out', { why: say(t, 'surveys.leftOut', survey.why ?? '') })
                  : t(`surveys.caseState.${survey.answeredAt === null ? survey.state : 'answered'}`)}{' '}
                {survey.state === 'waiting' && <Time at={survey.dueAt} />}
                {survey.askedAt !== null && <Time at={survey.answeredAt ?? survey.askedAt} />}
              </p>
              {survey.answeredAt !== null && (
                <dl className="facts side-facts">
                  {items.map((item) => (
                    <div key={item}>
                      <dt>{t(`surveys.items.${item}`)}</dt>
                      <dd>
                        {survey.scores[item] === null ? '–' : t('surveys.ofFive', { score: survey.scores[item] })}
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
              {survey.words !== '' && (
                <blockquote className="survey-words">
                  <bdi>{survey.words}</bdi>
                </blockquote>
              )}
            </>
          )
        }
      </Loads>
    </section>
  )
}
