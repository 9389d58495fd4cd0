// A figure of the desk in words: none counts further than `mostCounted`, which then means "or more".
import { mostCounted } from '../../../src/amend/desk/desk.schema.ts'
import type { Translate } from '../../words.ts'

export const countWords = (count: number, t: Translate): string =>
  count < mostCounted ? String(count) : t('desk.orMore', { count })
