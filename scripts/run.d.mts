export const ROOT: string
export function run(
  command: string,
  args: string[],
  options: { seconds: number; quiet?: boolean; env?: Record<string, string> },
): Promise<{ ok: boolean; output: string; seconds: number }>
export function tool(name: string, command?: string): string
