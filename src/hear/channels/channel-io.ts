// What an adapter may touch outside its arguments, made from the house.
import type { House } from '../../platform/context/house.ts'
import type { AccessTokens, Health, Io } from './channel.ts'

export function channelIo(
  house: House,
  tokens: AccessTokens | null,
  signal: AbortSignal,
  report: (health: Health) => void,
): Io {
  return {
    now: () => house.clock.now(),
    random: house.random,
    signal,
    log: {
      info: (fields, words) => {
        house.log.info(fields, words)
      },
      warn: (fields, words) => {
        house.log.warn(fields, words)
      },
    },
    report,
    tokens,
    postBox: house.postBox,
    mailDoors: house.mailDoors,
  }
}
