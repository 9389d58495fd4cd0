// This room's part of erasing, exporting and forgetting. In this order: raw bytes and words are found by the identities, which go last.
import type { TablePrivacy } from '../platform/privacy/privacy.ts'
import { channelsPrivacy } from './channels/channels.privacy.ts'
import { conversationsPrivacy } from './conversations/conversations.privacy.ts'
import { customersPrivacy } from './customers/customers.privacy.ts'
import { intakePrivacy } from './intake/intake.privacy.ts'

export const hearPrivacy: readonly TablePrivacy[] = [
  ...intakePrivacy,
  ...conversationsPrivacy,
  ...customersPrivacy,
  ...channelsPrivacy,
]
