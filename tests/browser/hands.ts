// Two ways to use a page: with a mouse, and by keyboard alone. A path written once is walked by both.
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

export interface Hands {
  readonly name: string
  press(target: Locator): Promise<void>
  write(target: Locator, text: string): Promise<void>
  /** Chooses one of a group of radio buttons. */
  choose(target: Locator): Promise<void>
}

export const mouse: Hands = {
  name: 'with a mouse',
  press: (target) => target.click(),
  write: (target, text) => target.fill(text),
  choose: (target) => target.check(),
}

export const keyboard: Hands = {
  name: 'by keyboard alone',
  press: async (target) => {
    await tabTo(target)
    await target.page().keyboard.press('Enter')
  },
  write: async (target, text) => {
    await tabTo(target)
    await target.page().keyboard.press('Control+a')
    await target.page().keyboard.insertText(text)
  },
  choose: async (target) => {
    const { keyboard: keys } = target.page()
    // A group is one stop of Tab; within it the arrows move.
    await tabTo(target.page().locator(`input[name="${(await target.getAttribute('name')) ?? ''}"]`))
    await keys.press('Space')
    for (let step = 0; step < 10 && !(await target.isChecked()); step++) await keys.press('ArrowDown')
    expect(await target.isChecked()).toBe(true)
  },
}

/** Presses Tab until one of the targets has the focus, as somebody without a mouse would; the focus must be visible there. */
async function tabTo(target: Locator): Promise<void> {
  await target.first().waitFor()
  const focused = target.and(target.page().locator(':focus-visible'))
  for (let step = 0; step < 80; step++) {
    if ((await focused.count()) > 0) return
    await target.page().keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${String(target)}`)
}
