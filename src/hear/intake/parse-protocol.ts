// What the parse pool and its child processes say to each other. Types and names only, so that the pool loads no parser.
import type { Inbound, RawRecord } from '../channels/channel.ts'

/** Kinds of channel whose bytes are parsed in a child. */
export type ParserKind = 'mail'

export interface ParseRequest {
  readonly kind: ParserKind
  readonly raw: RawRecord
}

/** `memory` is the resident size afterwards, in bytes; `cpu` what this record took, in milliseconds. */
export type ParseReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'parsed'; readonly inbound: Inbound; readonly memory: number; readonly cpu: number }
  | {
      readonly kind: 'failed'
      readonly reason: 'limits' | 'crash'
      readonly words: string
      readonly memory: number
      readonly cpu: number
    }

/** By which signal a child ends itself; the pool reads the reason off it. */
export const endings = { timeout: 'SIGXCPU', memory: 'SIGUSR2' } as const

export interface ParseLimits {
  /** Processor time. */
  readonly cpuMs: number
  /** Time on the wall: the second line, for what waits instead of working. */
  readonly wallMs: number
  /** Resident size of the child. */
  readonly memoryBytes: number
}

const usual = 10 * 1024 * 1024

/** Limits are for a mail of up to 10 MB; a larger one gets more in proportion, as photos of 40 MB are no attack. */
export function limitsFor(bytes: number, limits: ParseLimits): ParseLimits {
  const beyond = Math.max(0, bytes - usual)
  return {
    cpuMs: limits.cpuMs + beyond / 10_000,
    wallMs: limits.wallMs + beyond / 2000,
    memoryBytes: limits.memoryBytes + beyond * 10,
  }
}
