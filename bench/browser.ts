import type { Row } from './table'
export async function browser(): Promise<Row[]> { return [] }
