// The steps of a chart in words.
import { shortDay } from '../../days.ts'

interface Step {
  readonly from: string
  readonly to: string
}

/** The first day, one in the middle and the last one; fewer where there are fewer. */
export function endsOf(steps: readonly Step[]): readonly string[] {
  const places = steps.length < 3 ? steps.map((_, at) => at) : [0, Math.floor((steps.length - 1) / 2), steps.length - 1]
  return places.flatMap((at) => {
    const step = steps[at]
    return step ? [shortDay(at === steps.length - 1 ? step.to : step.from)] : []
  })
}
