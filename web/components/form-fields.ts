// The values of a form and the sentences about its fields that came back from the server.
import { useState } from 'react'
import { Failure } from '../api.ts'

export interface FormFields<V> {
  readonly values: V
  readonly set: <K extends keyof V>(field: K, value: V[K]) => void
  readonly replace: (values: V) => void
}

/** Keeps the values of a form. */
export function useFormFields<V>(initial: V): FormFields<V> {
  const [values, setValues] = useState(initial)
  return {
    values,
    set: (field, value) => {
      setValues((now) => ({ ...now, [field]: value }))
    },
    replace: setValues,
  }
}

/** The server's sentence about a field, as in `fieldError(error, 'floor/acknowledgeMinutes')`. */
export function fieldError(error: unknown, field: string): string | undefined {
  return error instanceof Failure ? error.fields[`/${field}`] : undefined
}
