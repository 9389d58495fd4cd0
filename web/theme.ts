// The one theme: colours, type, spacing and radius, light and dark. No page and no style sheet names a colour of its own.
// Contrast keeps WCAG 2.2 AA on every ground it may lie on: text 4.5 to 1, marks and control borders 3 to 1.
import { createTheme, rem } from '@mantine/core'
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core'

/** The accent, and the only one: petrol, which nobody takes for a status. */
const petrol: MantineColorsTuple = [
  '#eaf3f5',
  '#d5e7ec',
  '#aed0da',
  '#86bac9',
  '#5fa2b4',
  '#3b8aa0',
  '#1f7088',
  '#115c73',
  '#0b4b5f',
  '#073a4a',
]
/** Warm paper greys, for light. */
const gray: MantineColorsTuple = [
  '#faf9f6',
  '#f4f2ed',
  '#e9e6df',
  '#dcd8cf',
  '#c4bfb4',
  '#8a877f',
  '#686761',
  '#4c4d4a',
  '#323533',
  '#1e2221',
]
/** Cool ink, for dark. */
const dark: MantineColorsTuple = [
  '#e5e8e6',
  '#c7cccb',
  '#a4acab',
  '#7d8686',
  '#363d40',
  '#2b3235',
  '#22282a',
  '#15191b',
  '#101315',
  '#0b0d0e',
]

/** Titles, and what customers said. */
const serif = "'Amends Serif', 'Source Serif 4 Variable', Georgia, 'Noto Serif', serif"
const still = { transitionProps: { duration: 0 } }

export const theme = createTheme({
  colors: { petrol, gray, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  white: '#ffffff',
  black: '#1e2221',
  fontFamily: "'Amends Sans', 'Inter Variable', system-ui, 'Segoe UI', 'Noto Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Noto Sans Mono', monospace",
  headings: { fontFamily: serif, fontWeight: '560' },
  // 12 is the smallest anywhere, 13 panels and tables, 14 the desk, 15 what people wrote, 18 to 26 titles.
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(15), xl: rem(18) },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.55', xl: '1.3' },
  spacing: { xs: rem(4), sm: rem(8), md: rem(12), lg: rem(20), xl: rem(32) },
  radius: { xs: rem(3), sm: rem(5), md: rem(8), lg: rem(12), xl: rem(20) },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  shadows: { md: '0 6px 24px rgb(30 34 33 / 10%)', lg: '0 12px 40px rgb(30 34 33 / 14%)' },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { ...still, radius: 'md' } },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'description', 'input', 'error'] } },
  },
})

/** The names style sheets may use. Everything else is Mantine's own. */
export const variables: CSSVariablesResolver = (made) => ({
  variables: {
    '--am-rail': rem(152),
    '--am-bar': rem(48),
    '--am-title': made.headings.fontFamily,
    '--am-serif': serif,
  },
  light: {
    '--mantine-color-body': '#faf9f6',
    '--mantine-color-text': '#1e2221',
    '--mantine-color-dimmed': '#5f605b',
    '--mantine-color-placeholder': '#686761',
    '--mantine-color-default-border': '#8a877f',
    '--mantine-color-anchor': '#115c73',
    '--mantine-color-error': '#ad3829',
    '--am-page': '#faf9f6',
    '--am-surface': '#ffffff',
    '--am-sunken': '#f4f2ed',
    '--am-line': '#e9e6df',
    '--am-line-firm': '#dcd8cf',
    '--am-control': '#8a877f',
    '--am-text': '#1e2221',
    '--am-soft': '#5f605b',
    '--am-accent': '#115c73',
    '--am-accent-tint': '#eaf3f5',
    '--am-accent-band': '#c3dde4',
    '--am-due': '#7f5503',
    '--am-due-mark': '#a36d07',
    '--am-due-tint': '#fbf3e2',
    '--am-late': '#ad3829',
    '--am-late-mark': '#c64c3b',
    '--am-late-tint': '#fbeeeb',
    '--am-paper': '#ffffff',
  },
  dark: {
    '--mantine-color-body': '#15191b',
    '--mantine-color-text': '#e5e8e6',
    '--mantine-color-dimmed': '#a4acab',
    '--mantine-color-placeholder': '#98a1a0',
    '--mantine-color-default-border': '#6f797a',
    '--mantine-color-anchor': '#86bac9',
    '--mantine-color-error': '#f0a497',
    '--am-page': '#15191b',
    '--am-surface': '#1c2123',
    '--am-sunken': '#111517',
    '--am-line': '#2b3235',
    '--am-line-firm': '#363d40',
    '--am-control': '#6f797a',
    '--am-text': '#e5e8e6',
    '--am-soft': '#a4acab',
    '--am-accent': '#86bac9',
    '--am-accent-tint': '#1b2c32',
    '--am-accent-band': '#28505d',
    '--am-due': '#e0b75f',
    '--am-due-mark': '#d29c33',
    '--am-due-tint': '#2b2517',
    '--am-late': '#f0a497',
    '--am-late-mark': '#e07a69',
    '--am-late-tint': '#321f1c',
    // Mail is designed for white paper; it is shown on it in the dark as well.
    '--am-paper': '#ffffff',
  },
})
