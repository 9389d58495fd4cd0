// A choice of one person who works here, or of nobody yet.
import { NativeSelect } from '@mantine/core'

interface Props {
  readonly label: string
  readonly help?: string
  /** What stands there while nobody is chosen. */
  readonly nobody: string
  readonly staff: readonly { readonly staffId: string; readonly name: string }[]
  /** A `staffId`, or '' for nobody. */
  readonly value: string
  readonly onChange: (staffId: string) => void
  readonly required?: boolean
  readonly autoFocus?: boolean
}

export function StaffSelect({ help, nobody, staff, onChange, ...rest }: Props) {
  return (
    <NativeSelect
      {...rest}
      description={help}
      withAsterisk={false}
      onChange={(event) => {
        onChange(event.currentTarget.value)
      }}
      data={[{ value: '', label: nobody }, ...staff.map((member) => ({ value: member.staffId, label: member.name }))]}
    />
  )
}
