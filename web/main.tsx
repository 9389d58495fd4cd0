// Starts the pages: theme, words, questions, routes.
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@mantine/core/styles/baseline.layer.css'
import '@mantine/core/styles/default-css-variables.layer.css'
import '@mantine/core/styles/global.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/VisuallyHidden.layer.css'
import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Loader.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Input.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Radio.layer.css'
import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/ActionIcon.layer.css'
import '@mantine/core/styles/Button.layer.css'
import '@mantine/core/styles/PasswordInput.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import './styles/fonts.css'
import './styles/base.css'
import './styles/house.css'
import './styles/bar.css'
import './styles/panels.css'
import './styles/promise.css'
import './styles/forms.css'
import './styles/notices.css'
import './styles/surveys.css'
import './styles/desk.css'
import './styles/team.css'
import './styles/case.css'
import './styles/conversation.css'
import './styles/danger.css'
import './styles/notes.css'
import './styles/rearranging.css'
import './styles/register.css'
import './styles/register-table.css'
import './styles/entrance.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { createPages } from './app.tsx'
import { installTheme } from './install-theme.ts'
import { theme } from './theme.ts'
import { startWords } from './words.ts'

installTheme(document)
await startWords('en')
const { router, client } = createPages()
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  )
}
