import type { Row } from './table'
export async function live(): Promise<Row[]> { return [] }
