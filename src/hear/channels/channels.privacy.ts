// The channels' part of erasing, exporting and forgetting: settings and sealed passwords, nobody's words.
import { keepNoPerson, type TablePrivacy } from '../../platform/privacy/privacy.ts'

export const channelsPrivacy: readonly TablePrivacy[] = keepNoPerson('channel', 'brand')
