// A day and an hour in the reader's zone, in the browser's own field.
import { TextInput } from '@mantine/core'
import { timeNow } from '../../now.ts'
import { localInput } from '../../time-words.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

export function DueField({ label, value, onChange }: Props) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      required
      withAsterisk={false}
      min={localInput(timeNow())}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value)
      }}
    />
  )
}
