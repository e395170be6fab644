import { useEffect, useState } from 'react'
import { load, save } from './storage'

const KEY = 'elder'
let elder = load(KEY, (value): value is boolean => typeof value === 'boolean') ?? false
const listeners = new Set<(on: boolean) => void>()

function setElder(on: boolean): void {
  elder = on
  save(KEY, on)
  listeners.forEach((listen) => listen(on))
}

/** 长辈版: larger type and targets on every screen, kept on the phone. */
export function useElder(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(elder)
  useEffect(() => {
    setOn(elder)
    listeners.add(setOn)
    return () => void listeners.delete(setOn)
  }, [])
  return [on, setElder]
}
