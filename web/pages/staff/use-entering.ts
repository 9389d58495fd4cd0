// Coming in by one of the three ways, and going on from there.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { enter } from './staff-queries.ts'

type Way = Parameters<typeof enter>[1]

/** `to` is an address of this desk. */
export function useEntering(way: Way, to: string) {
  const client = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: (body: unknown) => enter(client, way, body),
    onSuccess: () => {
      router.history.push(to)
    },
  })
}
