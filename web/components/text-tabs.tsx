// Views of one page, chosen by words with a line under the chosen one. Buttons that are pressed or not; no card, no bubble.

export interface TextTab<V extends string> {
  readonly value: V
  readonly words: string
  /** How many there are behind it, in words. */
  readonly count?: string | undefined
}

interface Props<V extends string> {
  readonly label: string
  readonly tabs: readonly TextTab<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
  readonly small?: boolean
}

export function TextTabs<V extends string>({ label, tabs, value, onChange, small = false }: Props<V>) {
  return (
    <div className={small ? 'text-tabs text-tabs-small' : 'text-tabs'} role="group" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          aria-pressed={tab.value === value}
          onClick={() => {
            onChange(tab.value)
          }}
        >
          {tab.words}
          {tab.count === undefined ? null : <span className="count">{tab.count}</span>}
        </button>
      ))}
    </div>
  )
}
