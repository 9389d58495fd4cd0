// A time zone, typed or chosen from those the browser knows.
import { TextInput } from '@mantine/core'
import { useId } from 'react'

interface Props {
  readonly label: string
  readonly value: string
  readonly error?: string | undefined
  readonly onChange: (value: string) => void
}

export function TimeZoneField({ label, value, error, onChange }: Props) {
  const id = useId()
  return (
    <>
      <TextInput
        label={label}
        required
        withAsterisk={false}
        list={id}
        autoComplete="off"
        spellCheck={false}
        value={value}
        error={error}
        onChange={(event) => {
          onChange(event.currentTarget.value)
        }}
      />
      <datalist id={id}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  )
}
