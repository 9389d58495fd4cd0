// What follows when somebody said that two customers are one person, or that they are not: it is said aloud, and all that is shown is asked for again.
import { useQueryClient } from '@tanstack/react-query'
import { announce } from '../../components/announcer.tsx'

/** Whatever is shown of either is asked for again. */
export function useRelinked(words: string) {
  const client = useQueryClient()
  return {
    onSuccess: () => {
      announce(words)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['customer'] }),
  }
}
