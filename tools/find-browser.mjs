// Where a Chromium or Chrome is on this machine, for the set-up and for the tests alike. Runs on any Node from 18 on.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin']
const onMac = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Its path: AMENDS_CHROMIUM, or one found on the path or where it usually is; undefined if there is none. */
export function findBrowser() {
  const { AMENDS_CHROMIUM: named, PATH: path } = process.env
  const places = [...(path ?? '').split(delimiter).filter((folder) => folder !== ''), ...folders]
  const found = places.flatMap((folder) => names.map((name) => join(folder, name)))
  return [named, ...found, ...onMac].find((file) => file !== undefined && isExecutable(file))
}

/** Whether a program may be run. */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
