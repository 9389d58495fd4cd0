// What something costs the machine: CPU time of the desk and of its database, for each of the samples.
import { cpuTime } from './proc.ts'

/** Does the work and says its cost on the side: a figure that is missed because the machine is busy costs no more than one that is reached. */
export async function withCost<Result>(
  pid: number,
  say: (words: string) => void,
  what: string,
  work: () => Promise<{ readonly result: Result; readonly count: number }>,
): Promise<Result> {
  const before = cpuTime(pid)
  const { result, count } = await work()
  const after = cpuTime(pid)
  const each = (spent: number): string => (spent / count).toFixed(2)
  say(
    `  cost of one ${what}: ${each(after.desk - before.desk)} ms CPU in the desk, ${each(after.others - before.others)} in the database`,
  )
  return result
}
