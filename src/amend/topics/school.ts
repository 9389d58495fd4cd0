// Learns from labels what cases are about, in a thread of its own, and tells of others. All it knows can be learnt again from the labels: nothing of it is
// kept anywhere else.
import { Worker } from 'node:worker_threads'
import type { Context } from '../../platform/context/context.ts'
import type { House } from '../../platform/context/house.ts'
import { labelHead, type LabelHead, lessonsBehind, lessonsUpTo } from './label.sql.ts'
import type { Answered, Asked, Task, Told } from './schooling-thread.ts'
import { leastKnown, leastProbability, mostLessons, schooledUpTo } from './schooling.rules.ts'
import type { Aspect, CaseTopic } from './topic.schema.ts'

type Guess = Pick<CaseTopic['topic'], 'guess' | 'abstains'>

interface Pupil extends LabelHead {
  /** Up to which label all were learnt together. */
  readonly upTo: number
  readonly canTell: boolean
}

const schools = new WeakMap<House, School>()

/** What a text is most likely about, by all labels that people have given.
 * @throws where the thread broke; the next asking begins anew */
export async function tellAspect(ctx: Context, aspect: Aspect, text: string): Promise<Guess> {
  const school = schools.get(ctx.house) ?? new School()
  schools.set(ctx.house, school)
  return school.inTurn(`${ctx.organizationId} ${aspect}`, (key) => school.tell(ctx, aspect, key, text))
}

/** Ends the thread, where there is one. */
export async function closeSchool(house: House): Promise<void> {
  await schools.get(house)?.close()
  schools.delete(house)
}

const isSchooledBy = (pupil: Pupil, { forgotten, archived }: LabelHead): boolean =>
  pupil.forgotten === forgotten && pupil.archived === archived

class School {
  readonly #pupils = new Map<string, Pupil>()
  readonly #turns = new Map<string, Promise<unknown>>()
  readonly #asked = new Map<
    number,
    { readonly resolve: (told: Told | null) => void; readonly reject: (error: Error) => void }
  >()
  #thread: Worker | null = null
  #asks = 0

  /** One after another for each key, so that nothing is learnt twice. */
  inTurn<Result>(key: string, work: (key: string) => Promise<Result>): Promise<Result> {
    const before = this.#turns.get(key) ?? Promise.resolve()
    const now = before.then(() => work(key))
    this.#turns.set(
      key,
      now.catch(() => undefined),
    )
    return now
  }

  async tell(ctx: Context, aspect: Aspect, key: string, text: string): Promise<Guess> {
    const { canTell } = await this.#learn(ctx, aspect, key)
    const told = canTell ? await this.#ask({ do: 'tell', key, text }) : null
    if (!told) return { guess: null, abstains: 'too-few' }
    if (told.known < leastKnown) return { guess: null, abstains: 'unlike' }
    if (told.probability < leastProbability) return { guess: null, abstains: 'unsure' }
    return { guess: { value: told.label, probability: told.probability, words: [...told.words] }, abstains: null }
  }

  /** Takes up what was said since. */
  async #learn(ctx: Context, aspect: Aspect, key: string): Promise<Pupil> {
    const head = await labelHead(ctx.db, aspect)
    const upTo = schooledUpTo(head.newest)
    const pupil = this.#pupils.get(key)
    const before = pupil && pupil.upTo === upTo && isSchooledBy(pupil, head) ? pupil : null
    if (before && head.newest <= before.newest) return before
    this.#pupils.delete(key)
    const canTell = before?.canTell ?? (await this.#learnTogether(ctx, aspect, key, upTo))
    const behind = before?.newest ?? upTo
    // One by one, so that it is the same whether they are learnt as they come or later.
    const examples = canTell && behind < head.newest ? await lessonsBehind(ctx.db, aspect, behind, head.newest) : []
    if (examples.length > 0) await this.#ask({ do: 'learn', key, examples })
    const now = { ...head, upTo, canTell }
    this.#pupils.set(key, now)
    return now
  }

  async #learnTogether(ctx: Context, aspect: Aspect, key: string, upTo: number): Promise<boolean> {
    const examples = upTo === 0 ? [] : await lessonsUpTo(ctx.db, aspect, upTo, mostLessons)
    const canTell = new Set(examples.map(({ label }) => label)).size > 1
    if (canTell) await this.#ask({ do: 'school', key, examples })
    else if (this.#thread) await this.#ask({ do: 'forget', key })
    return canTell
  }

  #ask(task: Task): Promise<Told | null> {
    this.#thread ??= this.#open()
    const id = ++this.#asks
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject })
      this.#thread?.postMessage({ id, task } satisfies Asked)
    })
  }

  #open(): Worker {
    const thread = new Worker(new URL('./schooling-thread.ts', import.meta.url))
    thread.unref()
    thread.on('message', ({ id, told, error }: Answered) => {
      const asked = this.#asked.get(id)
      this.#asked.delete(id)
      if (error === null) asked?.resolve(told)
      else asked?.reject(new Error(error))
    })
    const onEnd = (error: Error): void => {
      if (this.#thread !== thread) return
      this.#thread = null
      this.#pupils.clear()
      for (const { reject } of this.#asked.values()) reject(error)
      this.#asked.clear()
    }
    thread.on('error', onEnd)
    thread.on('exit', () => {
      onEnd(new Error('the thread that learns has ended'))
    })
    return thread
  }

  async close(): Promise<void> {
    await this.#thread?.terminate()
  }
}
