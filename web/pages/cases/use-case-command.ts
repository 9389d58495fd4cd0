// Asking a command of the case on screen, ready or still being put together; whatever comes of it, the case is read again.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { commandCase, type CaseCommand, type CaseView } from './case-queries.ts'

export function useCaseCommand(current: CaseView, onDone?: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (command: CaseCommand | (() => Promise<CaseCommand>)) =>
      commandCase(current.caseId, current.version, typeof command === 'function' ? await command() : command),
    onSuccess: () => onDone?.(),
    onSettled: async () => {
      void client.invalidateQueries({ queryKey: ['desk'] })
      await client.invalidateQueries({ queryKey: ['case', current.caseId] })
    },
  })
}

export type CaseCommanding = ReturnType<typeof useCaseCommand>
