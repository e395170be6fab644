/**
 * The towns and sub-districts of the district, with an approximate centre.
 * `lat` and `lon` are degrees in WGS-84, about 3 km accurate. The `id` is stored in messages: never reuse one.
 */
export interface Town {
  id: string
  name: string
  lat: number
  lon: number
}

export const towns: readonly Town[] = [
  { id: 'hutang', name: '湖塘镇', lat: 31.702, lon: 119.9377 },
  { id: 'niutang', name: '牛塘镇', lat: 31.72, lon: 119.89 },
  { id: 'xihu', name: '西湖街道', lat: 31.7, lon: 119.86 },
  { id: 'nanxiashu', name: '南夏墅街道', lat: 31.64, lon: 119.93 },
  { id: 'luoyang', name: '洛阳镇', lat: 31.65, lon: 120.06 },
  { id: 'lijia', name: '礼嘉镇', lat: 31.64, lon: 120.0 },
  { id: 'qianhuang', name: '前黄镇', lat: 31.58, lon: 119.93 },
  { id: 'xueyan', name: '雪堰镇', lat: 31.52, lon: 120.04 },
  { id: 'huangli', name: '湟里镇', lat: 31.64, lon: 119.71 },
  { id: 'jiaze', name: '嘉泽镇', lat: 31.72, lon: 119.78 },
]
