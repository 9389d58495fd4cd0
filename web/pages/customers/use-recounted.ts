// What follows when somebody says, verifies or takes back what they know of a person.
import { useQueryClient } from '@tanstack/react-query'
import { announce } from '../../components/announcer.tsx'

/** What it says of the person may change all that is shown of them. */
export function useRecounted(words: string) {
  const client = useQueryClient()
  return {
    onSuccess: () => {
      announce(words)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['customer'] }),
  }
}
