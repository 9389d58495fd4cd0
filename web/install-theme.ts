// Puts the theme's variables on the page as an adopted style sheet. Mantine would write them into a <style> by innerHTML, which
// the page's Trusted Types policy refuses; hence `withCssVariables={false}` in main.tsx and this file.
import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
import { theme, variables } from './theme.ts'

export function installTheme(page: Document): void {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme)
  const own = variables(merged)
  const base = defaultCssVariablesResolver(merged)
  const css = convertCssVariables({
    variables: { ...base.variables, ...own.variables },
    light: { ...base.light, ...own.light, '--mantine-color-scheme': 'light' },
    dark: { ...base.dark, ...own.dark, '--mantine-color-scheme': 'dark' },
  })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet]
}
