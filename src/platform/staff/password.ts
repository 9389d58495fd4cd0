// Passwords: argon2id, and the few rules that help (length is the schema's; common and personal ones are refused here).
import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '../../shared/errors.ts'

// OWASP's second choice for argon2id: 19 MiB, 2 passes, 1 lane. (2 is Argon2id in the package's const enum.)
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Long enough and yet among the first that anybody tries. */
const common = [
  'passwordpassword',
  'password1234567',
  'password12345678',
  '123456789012345',
  '1234567890123456',
  'qwertyuiopasdfgh',
  'qwertyuiop123456',
  'correcthorsebatterystaple',
  'letmeinletmeinletmein',
  'adminadminadmin',
  'administrator123',
  'iloveyouiloveyou',
  'changemechangeme',
  'amendsamendsamends',
]

/** Refuses passwords that are common, one character repeated, or made of the person's or the company's own words. */
export function checkPassword(password: string, ownWords: readonly string[]): void {
  const plain = password.toLowerCase().replaceAll(/\s/g, '')
  const isRepeated = new Set(plain).size < 5
  const rest = ownWords
    .flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 3)
    .reduce((left, word) => left.replaceAll(word, ''), plain)
  if (common.includes(plain) || isRepeated || rest.length < 8)
    throw new Refusal('invalid', 'This password is too easy to guess. Four unrelated words make a good one.', {
      '/password': 'too easy to guess',
    })
}

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

/** Whether the password is right. Never throws for a damaged hash: that is simply not right. */
export const isPassword = (hashed: string, password: string): Promise<boolean> =>
  verify(hashed, password).catch(() => false)

/** Compared when there is no such person, so that the answer takes as long. A hash of nothing anybody knows. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$Zmy0lLH6rmRmazjEwl/zCA$9wW7+IdLViqe3QltHM/pzix11hfDz2DJuBPZ/F3jVAI'
