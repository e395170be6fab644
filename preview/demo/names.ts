import type { Chance } from './random'

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎']
const given = [...'建国华明丽芳敏静强磊军洋勇艳杰娟涛超霞平刚玲桂英文辉红伟海燕波宁云飞鹏春雷志新玉兰秀珍'] 

/** An invented name, marked as such: every person of the demo district ends in 「（演示）」 where there is room. */
export const personName = (chance: Chance): string =>
  `${chance.pick(surnames)}${chance.pick(given)}${chance.happens(0.6) ? chance.pick(given) : ''}`

const nicknameStarts = ['路边的', '爱散步的', '早起的', '湖边', '巷口', '楼下', '骑车的', '种菜的', '接娃的', '滆湖', '春秋', '运河']
const nicknameEnds = ['老王', '小李', '张阿姨', '陈师傅', '居民', '邻居', '老街坊', '妈妈', '大叔', '新市民', '青年', '奶奶']
export const nickname = (chance: Chance): string => `${chance.pick(nicknameStarts)}${chance.pick(nicknameEnds)}${chance.between(1, 99)}`

export const roads = ['人民路', '延政路', '常武路', '滆湖路', '武宜路', '长虹路', '花园街', '定安路', '古方路', '东方路', '淹城路', '龙江路', '夏城路', '广电路']
export const estates = ['春江花园', '南都新村', '新城雅苑', '永安花苑', '四季新城', '滨湖家园', '丰乐公寓', '湖滨小区', '阳光龙庭', '金鸡社区']
export const villages = ['塘桥村', '蒋湾村', '杨庄村', '坂上村', '戴溪村', '漕溪村', '寨桥村', '城湾村', '夏溪村', '政平村']

export const units = [
  { name: '区交通运输局', subjects: ['traffic'] },
  { name: '区城市管理局', subjects: ['sanitation', 'community'] },
  { name: '区教育局', subjects: ['education'] },
  { name: '区卫生健康局', subjects: ['health'] },
  { name: '区住房和城乡建设局', subjects: ['community', 'traffic'] },
  { name: '区民政局', subjects: ['elderly'] },
  { name: '区农业农村局', subjects: ['farming'] },
  { name: '区工业和信息化局', subjects: ['business', 'other'] },
] as const
