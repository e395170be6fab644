import { useRouter } from '@tarojs/taro'
import { Edit } from './Edit'
import { New } from './New'
import './index.scss'

/** With `id` an edit that staff asked for; without, a new message. */
export default function Post() {
  const { id } = useRouter().params
  return id ? <Edit id={id} /> : <New />
}
