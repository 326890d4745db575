import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Config } from 'tailwindcss'
import plugin from 'tailwindcss/plugin'
import { ICONS } from './components/ui/icons/icons'

// Every colour in light and in dark. Text colours keep 4.5:1 on `desk`, `paper` and their own wash.
const colors: Record<string, [light: string, dark: string]> = {
  desk: ['#f6f5f2', '#131211'],
  paper: ['#fffefc', '#1b1a18'],
  float: ['#fffefc', '#242320'],
  wash: ['#eeece7', '#2a2825'],
  ink: ['#1f1d1a', '#edeae4'],
  quiet: ['#625d55', '#aea89e'],
  hairline: ['#e4e1da', '#302e2a'],
  edge: ['#8c867b', '#77726a'],
  scrim: ['#1f1d1a59', '#000000a6'],

  accent: ['#0f5f5c', '#62c6bd'],
  'accent-strong': ['#0a4745', '#86d8d0'],
  'accent-wash': ['#e2f0ee', '#15302e'],
  'on-accent': ['#ffffff', '#06201f'],

  grey: ['#5c574f', '#b6b0a6'],
  'grey-wash': ['#eceae5', '#2b2926'],
  blue: ['#1d55b0', '#91b9f7'],
  'blue-wash': ['#e5edfa', '#172740'],
  violet: ['#673bb0', '#c2a7f2'],
  'violet-wash': ['#efe8fb', '#2b2142'],
  green: ['#17673a', '#80d19b'],
  'green-wash': ['#e2f3e7', '#16301f'],
  amber: ['#835500', '#e7bc68'],
  'amber-wash': ['#faf0d7', '#342912'],
  red: ['#b0241c', '#f79a92'],
  'red-wash': ['#fbe8e6', '#3d1b19'],
}

const names = Object.keys(colors)
const variables = Object.fromEntries(
  Object.entries(colors).map(([name, [light, dark]]) => [`--${name}`, `light-dark(${light}, ${dark})`]),
)

const icons = Object.fromEntries(
  Object.entries(ICONS).map(([name, icon]) => [`.icon-${name}`, { '--icon': `url("${pictureOf(icon)}")` }]),
)

function pictureOf(icon: (typeof ICONS)[keyof typeof ICONS]) {
  const svg = renderToStaticMarkup(createElement(icon)).replaceAll('"', "'")
  return `data:image/svg+xml,${svg.replace(/[<>#%]/g, encodeURIComponent)}`
}

export default {
  content: [],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ...Object.fromEntries(names.map((name) => [name, `var(--${name})`])),
    },
    fontFamily: { sans: ['var(--font-geist-sans)', 'ui-sans-serif', 'system-ui', 'sans-serif'] },
    fontSize: {
      small: ['0.75rem', '1rem'],
      body: ['0.875rem', '1.25rem'],
      lead: ['1rem', '1.5rem'],
      title: ['1.25rem', '1.75rem'],
      figure: ['1.75rem', '2.25rem'],
    },
    fontWeight: { normal: '400', strong: '550' },
    borderRadius: { none: '0', DEFAULT: '6px', full: '9999px' },
    boxShadow: { none: 'none', float: '0 8px 24px -8px rgb(0 0 0 / 0.22), 0 2px 6px -2px rgb(0 0 0 / 0.12)' },
  },
  plugins: [plugin(({ addBase }) => addBase({ ':root': variables, ...icons }))],
} satisfies Config
