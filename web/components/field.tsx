// A line of text with its label above, its help below the label and its fault below itself.
import { PasswordInput, TextInput } from '@mantine/core'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly help?: string
  readonly error?: string | undefined
  readonly type?: 'text' | 'email' | 'password' | 'number'
  readonly autoComplete?: string
  readonly required?: boolean
  readonly autoFocus?: boolean
  readonly minLength?: number
  readonly min?: number
  readonly max?: number
  readonly readOnly?: boolean
  readonly className?: string
}

export function Field({ value, onChange, help, error, type = 'text', required = true, ...rest }: Props) {
  const shared = {
    ...rest,
    value,
    required,
    withAsterisk: false,
    description: help,
    error,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      onChange(event.currentTarget.value)
    },
  }
  if (type === 'password') return <PasswordInput {...shared} />
  return <TextInput {...shared} type={type} inputMode={type === 'number' ? 'numeric' : undefined} />
}
