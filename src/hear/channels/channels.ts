// The list of channels that a program of ours reads or writes by itself. Form and API are asked over HTTP and need no adapter.
import type { ChannelAdapter } from './channel.ts'
import { mailChannel } from './mail/mail.ts'

/** Adapters with their own types of settings and cursor hidden: both are stored as JSON and checked by `parseConfig`. */
export type AnyAdapter = Pick<
  ChannelAdapter<unknown, unknown>,
  'kind' | 'parseConfig' | 'check' | 'read' | 'openSending'
>

const adapters: readonly AnyAdapter[] = [mailChannel]

/** Kinds that are read by a loop of ours. */
export const pulledKinds: readonly string[] = adapters.filter((one) => one.read !== undefined).map((one) => one.kind)

export const adapterOf = (kind: string): AnyAdapter | null => adapters.find((one) => one.kind === kind) ?? null
