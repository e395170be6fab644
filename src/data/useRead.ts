import { useCallback, useEffect, useRef, useState } from 'react'
import type { ActionName, Input, Output } from '#contract'
import { call, type CallError } from '../platform/cloud'

export interface Reading<T> {
  data: T | undefined
  error: CallError | undefined
  loading: boolean
  reload: () => Promise<void>
  set: (data: T) => void
}

/** Reads one thing; `undefined` as input waits. An answer that is overtaken by a newer call is dropped. */
export function useRead<Name extends ActionName>(action: Name, input: Input<Name> | undefined): Reading<Output<Name>> {
  const [state, setState] = useState<{ data?: Output<Name>; error?: CallError; loading: boolean }>({ loading: input !== undefined })
  const latest = useRef(0)
  const wanted = input === undefined ? undefined : JSON.stringify(input)

  const reload = useCallback(async () => {
    if (wanted === undefined) return
    const turn = ++latest.current
    setState((old) => ({ ...old, loading: true }))
    const answer = await call(action, JSON.parse(wanted) as Input<Name>)
    if (turn !== latest.current) return
    setState((old) => (answer.ok ? { data: answer.data, loading: false } : { ...old, error: answer.error, loading: false }))
  }, [action, wanted])

  useEffect(() => {
    void reload()
    return () => {
      latest.current += 1
    }
  }, [reload])

  const set = useCallback((data: Output<Name>) => {
    latest.current += 1
    setState({ data, loading: false })
  }, [])
  return { data: state.data, error: state.error, loading: state.loading, reload, set }
}
