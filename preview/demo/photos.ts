import { encode } from 'jpeg-js'
import type { Chance } from './random'

const SKY: [number, number, number][] = [[196, 214, 226], [214, 220, 224], [226, 214, 196], [186, 204, 214]]
const GROUND: [number, number, number][] = [[128, 130, 128], [120, 138, 112], [150, 136, 116], [110, 116, 122]]

/** Drawing takes a while, so a few scenes serve the whole district. */
const SCENES = 10
const drawn: Buffer[] = []

/** One of a few drawn street scenes. */
export function takePhoto(chance: Chance): Buffer {
  if (drawn.length < SCENES) drawn.push(drawScene(chance))
  return chance.pick(drawn)
}

/** A drawn street scene (sky, buildings, ground, a lamp or a tree) as a JPEG of about 15 KB: no real place, no real photo. */
function drawScene(chance: Chance): Buffer {
  const width = 480
  const height = 360
  const data = Buffer.alloc(width * height * 4)
  const sky = chance.pick(SKY)
  const ground = chance.pick(GROUND)
  const horizon = chance.between(170, 230)
  const paint = (x0: number, y0: number, x1: number, y1: number, [r, g, b]: [number, number, number]) => {
    for (let y = Math.max(0, y0); y < Math.min(height, y1); y++)
      for (let x = Math.max(0, x0); x < Math.min(width, x1); x++) {
        const at = (y * width + x) * 4
        const light = 1 + (y / height - 0.5) * 0.18
        data[at] = Math.min(255, r * light)
        data[at + 1] = Math.min(255, g * light)
        data[at + 2] = Math.min(255, b * light)
        data[at + 3] = 255
      }
  }
  paint(0, 0, width, horizon, sky)
  paint(0, horizon, width, height, ground)
  for (let x = chance.between(-30, 10); x < width; ) {
    const wide = chance.between(60, 130)
    const tall = chance.between(60, 140)
    const tone = chance.between(150, 210)
    paint(x, horizon - tall, x + wide, horizon, [tone, tone - 6, tone - 16])
    for (let wy = horizon - tall + 12; wy < horizon - 16; wy += 24)
      for (let wx = x + 10; wx < x + wide - 12; wx += 22) paint(wx, wy, wx + 11, wy + 14, [tone - 46, tone - 36, tone - 22])
    x += wide + chance.between(0, 40)
  }
  const road = chance.between(170, 260)
  for (let y = horizon; y < height; y++) {
    const spread = ((y - horizon) / (height - horizon)) * 170
    paint(Math.round(road - 20 - spread), y, Math.round(road + 20 + spread), y + 1, [96, 98, 102])
    if (Math.floor((y - horizon) / 18) % 2 === 0) paint(road - 2, y, road + 3, y + 1, [226, 222, 206])
  }
  const post = chance.between(320, 440)
  paint(post, horizon - 120, post + 6, horizon + 60, [70, 74, 78])
  paint(post - 30, horizon - 122, post + 6, horizon - 116, [70, 74, 78])
  return encode({ data, width, height }, 78).data
}
