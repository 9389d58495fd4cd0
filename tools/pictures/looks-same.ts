// Whether two pictures look the same: a browser draws the edge of a round corner a shade lighter at times, and no picture is changed for that.
import type { Browser } from 'playwright-core'

/** Of a pixel's red, green and blue together. Nobody sees less. */
const mostShade = 12

/** Two PNGs, compared pixel by pixel in an empty page. */
export async function looksSame(browser: Browser, one: Buffer, other: Buffer): Promise<boolean> {
  const page = await browser.newPage()
  try {
    const [a, b] = [one, other].map((picture) => `data:image/png;base64,${picture.toString('base64')}`)
    return await page.evaluate<boolean>(`(${compare})(${JSON.stringify([a, b, mostShade])})`)
  } finally {
    await page.close()
  }
}

// As a text, because it runs in the page.
const compare = `async ([one, other, most]) => {
  const pixelsOf = async (source) => {
    const image = new Image()
    image.src = source
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    return context.getImageData(0, 0, image.width, image.height)
  }
  const [a, b] = [await pixelsOf(one), await pixelsOf(other)]
  if (a.width !== b.width || a.height !== b.height) return false
  const off = (at) => Math.abs(a.data[at] - b.data[at])
  for (let at = 0; at < a.data.length; at += 4)
    if (off(at) + off(at + 1) + off(at + 2) > most) return false
  return true
}`
