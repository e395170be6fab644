import { useCallback, useEffect, useRef, useState } from 'react'
import type { ActionName, Input, Output } from '#contract'
import type { Page } from '#contract/views'
import { call, type CallError } from '../platform/cloud'

/** The actions that answer in pages, told from the contract. */
type Paged = { [Name in ActionName]: Output<Name> extends Page<infer _Item> ? Name : never }[ActionName]
type Item<Name extends Paged> = Output<Name> extends Page<infer One> ? One & { id: string } : never

interface State<T> {
  items: T[]
  next?: string | undefined
  error?: CallError | undefined
  loading: boolean
  loadingMore: boolean
}

/** A list that grows as one scrolls. Repeats are dropped; a page that fails to come keeps what is there. */
export function usePages<Name extends Paged>(action: Name, input: Input<Name>) {
  const [state, setState] = useState<State<Item<Name>>>({ items: [], loading: true, loadingMore: false })
  const turn = useRef(0)
  const busy = useRef(false)
  const wanted = JSON.stringify(input)

  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const mine = ++turn.current
      busy.current = true
      setState((old) => ({ ...old, error: undefined, loading: cursor === undefined, loadingMore: cursor !== undefined }))
      const answer = await call(action, { ...(JSON.parse(wanted) as Input<Name>), ...(cursor === undefined ? {} : { cursor }) })
      if (mine !== turn.current) return
      busy.current = false
      setState((old) => {
        if (!answer.ok) return { ...old, error: answer.error, loading: false, loadingMore: false }
        const page = answer.data as unknown as Page<Item<Name>>
        const before = cursor === undefined ? [] : old.items
        const known = new Set(before.map((item) => item.id))
        return { items: [...before, ...page.items.filter((item) => !known.has(item.id))], next: page.next, loading: false, loadingMore: false }
      })
    },
    [action, wanted],
  )

  useEffect(() => {
    setState({ items: [], loading: true, loadingMore: false })
    void fetchPage(undefined)
    return () => {
      turn.current += 1
    }
  }, [fetchPage])

  const reload = useCallback(() => fetchPage(undefined), [fetchPage])
  const { next } = state
  const more = useCallback(async () => {
    if (next !== undefined && !busy.current) await fetchPage(next)
  }, [next, fetchPage])
  const patch = useCallback((id: string, change: Partial<Item<Name>>) => {
    setState((old) => ({ ...old, items: old.items.map((item) => (item.id === id ? { ...item, ...change } : item)) }))
  }, [])

  return { ...state, ended: !state.loading && !state.error && next === undefined, more, reload, patch }
}
