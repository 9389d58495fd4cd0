// Asking for a merge, a split, a move or an undo; whatever comes of it, both cases and everything that lists them are read again.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Rearranged } from '../../../src/amend/cases/rearranging/rearrangement.schema.ts'

export function useRearranging(ask: () => Promise<Rearranged>, onDone: (done: Rearranged) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ask,
    onSuccess: onDone,
    onSettled: () =>
      Promise.all(['desk', 'case', 'customer'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
}
