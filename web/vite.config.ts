// Builds the pages into web/dist, which the server serves. Development: `npx vite web`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Beside every text of the build its Brotli and its gzip, so that the server packs nothing while somebody waits. */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  writeBundle: ({ dir = '' }) => {
    const texts = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(js|css|html)$/.test(name),
    )
    for (const name of texts) {
      const path = join(dir, name)
      const text = readFileSync(path)
      writeFileSync(`${path}.br`, brotliCompressSync(text))
      writeFileSync(`${path}.gz`, gzipSync(text, { level: constants.Z_BEST_COMPRESSION }))
    }
  },
}

/** Pages check answers by schemas and never describe them; what zod could describe them with stays at home, 6 kB of it. */
const describesSchemas = /node_modules\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/
const undescribed: Plugin = {
  name: 'undescribed',
  enforce: 'pre',
  load(id) {
    if (!describesSchemas.test(id)) return null
    const text = readFileSync(id, 'utf8')
    const named = [...text.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name = '']) => name)
    const renamed = [...text.matchAll(/^export \{ \w+ as (\w+) \}/gm)].map(([, name = '']) => name)
    return [
      "const none = () => { throw new Error('Pages do not describe schemas.') }",
      `export { ${[...named, ...renamed].map((name) => `none as ${name}`).join(', ')} }`,
    ].join('\n')
  },
}

const onlyDialogs =
  /node_modules\/(@mantine\/core\/.*\/(Modal|ModalBase|Overlay|ScrollArea|Portal|FocusTrap)\/|react-remove-scroll|react-remove-scroll-bar|react-style-singleton|use-callback-ref|use-sidecar|@floating-ui)/

export default defineConfig({
  plugins: [react(), undescribed, packed],
  build: {
    target: 'es2023',
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    assetsInlineLimit: 0,
    // What several pages share comes in two files rather than in forty: each costs a request with its headers.
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Or what a dialog shares with every page would come with the dialogs, and they with every page.
          includeDependenciesRecursively: false,
          groups: [
            // Comes with the first dialog that is opened.
            { name: 'dialogs', test: onlyDialogs, priority: 3 },
            { name: 'libraries', test: /node_modules/, minShareCount: 2, priority: 2 },
            { name: 'shared', minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4100' } },
})
