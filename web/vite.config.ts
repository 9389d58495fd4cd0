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

const onlyDialogs =
  /node_modules\/(@mantine\/core\/.*\/(Modal|ModalBase|Overlay|ScrollArea|Portal|FocusTrap)\/|react-remove-scroll|react-remove-scroll-bar|react-style-singleton|use-callback-ref|use-sidecar|@floating-ui)/

export default defineConfig({
  plugins: [react(), packed],
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
