// One of several processes that claim the same data folders at the same moments. Prints the folders it got, then waits to be killed.
import { claimFolder } from '../../src/platform/database/launcher/owner-file.ts'

const [begin, ...folders] = process.argv.slice(2)
const pauseMs = 20

const got = folders.filter((folder, index) => {
  while (Date.now() < Number(begin) + index * pauseMs); // spinning: the claims should meet within microseconds
  return isClaimed(folder)
})
process.stdout.write(`${JSON.stringify(got)}\n`)
setInterval(() => undefined, 60_000)

function isClaimed(folder: string): boolean {
  try {
    claimFolder(folder, () => undefined)
    return true
  } catch {
    return false
  }
}
