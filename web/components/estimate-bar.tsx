// A share with its interval: a hairline from 0 to 100 %, the band of the interval, a mark at the best guess. The words beside it say the same.
import { useTranslation } from 'react-i18next'

export interface Share {
  readonly best: number
  readonly least: number
  readonly most: number
}

export function EstimateBar({ best, least, most }: Share) {
  const at = (share: number): string => `${String(Math.round(share * 1000) / 10)}%`
  return (
    <span className="estimate-bar" aria-hidden="true">
      <span className="estimate-band" style={{ insetInlineStart: at(least), inlineSize: at(most - least) }} />
      <span className="estimate-mark" style={{ insetInlineStart: at(best) }} />
    </span>
  )
}

/** As in "78 % (70 to 85 %)". */
export function ShareWords({ best, least, most }: Share) {
  const { t } = useTranslation()
  const percent = (share: number): number => Math.round(share * 100)
  return <>{t('share.words', { best: percent(best), least: percent(least), most: percent(most) })}</>
}
