// One thing to write before something is said of a person: how one knows, which document, why it ends. Opens by a button where it stands.
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorState } from '../../components/error-state.tsx'
import { useRelinked } from './use-relinked.ts'

interface Props {
  /** Of the button that opens it, and its whole name where several on a page are alike. */
  readonly open: string
  readonly name?: string
  readonly label: string
  readonly act: string
  readonly done: string
  readonly onSay: (words: string) => Promise<unknown>
}

export function WhyForm({ open, name = open, label, act, done, onSay }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const relinked = useRelinked(done)
  const saying = useMutation({
    mutationFn: () => onSay(words),
    ...relinked,
    onSuccess: () => {
      relinked.onSuccess()
      setOpen(false)
      setWords('')
    },
  })
  if (!isOpen)
    return (
      <button
        type="button"
        className="link"
        aria-label={name}
        onClick={() => {
          setOpen(true)
        }}
      >
        {open}
      </button>
    )
  return (
    <form
      className="row reach"
      onSubmit={(event) => {
        event.preventDefault()
        saying.mutate()
      }}
    >
      <TextInput
        label={label}
        required
        autoFocus
        maxLength={1000}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value)
        }}
      />
      <Button type="submit" size="sm" loading={saying.isPending}>
        {act}
      </Button>
      {saying.isError && <ErrorState error={saying.error} />}
    </form>
  )
}
