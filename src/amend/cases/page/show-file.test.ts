// Files leave the desk so that they can do nothing, whatever they call themselves.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../tests/setup/house.ts'
import { storeFiles } from '../../../platform/files/store-file.ts'
import type { FileId } from '../../../shared/ids.ts'
import { showFile } from './show-file.ts'

let home: TestHouse
beforeAll(async () => {
  home = await openTestHouse()
})
afterAll(() => home.close())

const png = Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1')
const show = async (name: string, mediaType: string, bytes: Buffer, asPicture: boolean) => {
  const [fileId] = await home.as('system', (ctx) => storeFiles(ctx, [{ name, mediaType, bytes }]))
  return home.as('system', (ctx) => showFile(ctx, fileId as FileId, asPicture))
}

test('a picture is shown where one asks for it, and downloaded where not', async () => {
  const shown = await show('photo.png', 'image/png', png, true)
  expect(shown.bytes).toEqual(png)
  expect(shown.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
  expect(shown.headers['content-disposition']).toMatch(/^inline/)
  expect((await show('photo.png', 'image/png', png, false)).headers['content-disposition']).toMatch(/^attachment/)
})

test.each([
  ['a document that can act', 'x.svg', 'image/svg+xml', '<svg onload="alert(1)"/>'],
  ['a page', 'x.html', 'text/html', '<script>alert(1)</script>'],
  ['a page that says it is a picture', 'x.png', 'image/png', '<script>alert(1)</script>'],
])('%s is never shown', async (_what, name, mediaType, bytes) => {
  const { headers } = await show(name, mediaType, Buffer.from(bytes), true)
  expect(headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-security-policy': "sandbox; default-src 'none'",
  })
  expect(headers['content-disposition']).toMatch(/^attachment/)
})

test('a name cannot leave its place in the header', async () => {
  const { headers } = await show(
    'a"; filename=evil.exe\r\nx: y\u202e’ü.pdf',
    'application/pdf',
    Buffer.from('x'),
    false,
  )
  expect(headers['content-disposition']).toMatch(/^attachment; filename="file"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/)
})

test('what is not here is not found', async () => {
  const nobody = '00000000-0000-7000-8000-000000000000' as FileId
  await expect(home.as('system', (ctx) => showFile(ctx, nobody, true))).rejects.toMatchObject({ code: 'not-found' })
})
