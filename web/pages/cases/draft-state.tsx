// Whether what somebody writes is kept, and since when.
import { useTranslation } from 'react-i18next'
import { hour } from '../../time-words.ts'
import type { Draft } from './use-draft.ts'

export function DraftState({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation()
  if (draft.isUnkept) return <span className="due">{t('composer.unkept')}</span>
  return draft.keptAt === null ? null : <span>{t('composer.draftKept', { hour: hour(Date.parse(draft.keptAt)) })}</span>
}
