import { parseArgs } from 'node:util'

export interface StartOptions {
  port: number
  data: string
  demo: boolean
}

/** A mistake of the person at the keyboard: printed as one line, without a stack. */
export class StartProblem extends Error {}

/** `--port 3000 --data .data --no-demo`, or PORT, DATA and NO_DEMO=1; a flag wins over the environment. */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): StartOptions {
  let values: { port?: string; data?: string; 'no-demo'?: boolean }
  try {
    values = parseArgs({
      args,
      options: { port: { type: 'string' }, data: { type: 'string' }, 'no-demo': { type: 'boolean' } },
    }).values
  } catch (error) {
    throw new StartProblem(`${(error as Error).message}. Options: --port 3000 --data .data --no-demo`)
  }
  const portText = values.port ?? env.PORT ?? '3000'
  const port = Number(portText)
  if (!/^\d+$/.test(portText) || port < 1 || port > 65535) throw new StartProblem(`--port must be a number from 1 to 65535, not "${portText}".`)
  const data = values.data ?? env.DATA ?? '.data'
  if (data === '') throw new StartProblem('--data must name a folder.')
  return { port, data, demo: !(values['no-demo'] ?? ['1', 'true'].includes(env.NO_DEMO ?? '')) }
}
