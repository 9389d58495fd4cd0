// What the floor says about silence, as the rules of cases read it.
import type { FloorPolicy } from '../promises/floor-policy.rules.ts'
import { usualSilencePolicy, type SilencePolicy } from './rules/silence.rules.ts'

export const silencePolicyOf = (policy: FloorPolicy): SilencePolicy => ({
  ...usualSilencePolicy,
  firstNoticeAfterDays: policy.silenceWallDays,
  secondNoticeAfterDays: policy.silenceWallDays,
  resolveAfterDays: policy.silenceWallDays,
})
