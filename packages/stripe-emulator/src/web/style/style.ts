import { BASE } from './base'
import { CONTROLS } from './controls'
import { INVOICE } from './invoice'
import { PANEL } from './panel'
import { TABLES } from './tables'
import { TOKENS } from './tokens'

export const STYLE = [TOKENS, BASE, TABLES, CONTROLS, INVOICE, PANEL].join('\n')
