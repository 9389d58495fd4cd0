// This room's part of erasing, exporting and forgetting.
import type { TablePrivacy } from '../platform/privacy/privacy.ts'
import { evidencePrivacy } from './evidence/evidence.privacy.ts'
import { purchasesPrivacy } from './purchases/purchases.privacy.ts'
import { wordOfMouthPrivacy } from './word-of-mouth/word-of-mouth.privacy.ts'

export const knowPrivacy: readonly TablePrivacy[] = [...evidencePrivacy, ...purchasesPrivacy, ...wordOfMouthPrivacy]
