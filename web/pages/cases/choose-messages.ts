// Which messages of a conversation are chosen to leave it: what the customer wrote after the message that opened the case.
import { useEffect, useState } from 'react'
import type { MessageView } from './case-queries.ts'

export interface Choosing {
  readonly chosen: readonly string[]
  readonly isAnyThere: boolean
  readonly toggle: (messageId: string) => void
  /** Told by the conversation: which of its messages can leave. */
  readonly onThere: (messageIds: readonly string[]) => void
}

/** What opened a case counts as what the case is: it stays. */
export const mayLeave = ({ direction, kind, standing, meaning }: MessageView): boolean =>
  direction === 'in' && kind === 'human' && standing === 'joined' && meaning !== 'complaint' && meaning !== 'request'

/** Null while nobody chooses. The first message to choose has the focus once there is one. */
export function useChoosing(isOpen: boolean): Choosing | null {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [there, setThere] = useState<readonly string[]>([])
  const [wasOpen, setWasOpen] = useState(isOpen)
  if (wasOpen !== isOpen) {
    setWasOpen(isOpen)
    setChosen([])
  }
  const isAnyThere = there.length > 0
  useEffect(() => {
    if (isOpen && isAnyThere) document.querySelector<HTMLInputElement>('.message-choose input')?.focus()
  }, [isOpen, isAnyThere])
  if (!isOpen) return null
  return {
    chosen: chosen.filter((messageId) => there.includes(messageId)),
    isAnyThere,
    onThere: setThere,
    toggle: (messageId) => {
      setChosen((before) =>
        before.includes(messageId) ? before.filter((one) => one !== messageId) : [...before, messageId],
      )
    },
  }
}
