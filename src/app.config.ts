const weapp = process.env.TARO_ENV === 'weapp'
/** WeChat fills `@name` from theme.json by the phone's light or dark mode; the preview has only CSS (styles/h5.scss). */
const themed = (name: string, light: string): string => (weapp ? `@${name}` : light)

export default defineAppConfig({
  pages: ['pages/messages/index', 'pages/me/index', 'pages/message/index'],
  subPackages: [
    { root: 'citizen', pages: ['post/index', 'mine/index', 'register/index', 'privacy/index', 'judge/index'] },
    { root: 'staff', pages: ['queue/index', 'moderate/index', 'assign/index', 'people/index', 'record/index'] },
    { root: 'deputy', pages: ['tasks/index', 'reply/index'] },
    { root: 'unit', pages: ['tasks/index', 'report/index'] },
  ],
  tabBar: {
    color: themed('tabColor', '#5B626B'),
    selectedColor: themed('tabSelected', '#B3261E'),
    backgroundColor: themed('card', '#FFFFFF'),
    borderStyle: themed('tabBorder', 'white') as 'white',
    list: [
      { pagePath: 'pages/messages/index', text: '留言', iconPath: 'assets/tab-messages.png', selectedIconPath: 'assets/tab-messages-on.png' },
      { pagePath: 'pages/me/index', text: '我的', iconPath: 'assets/tab-me.png', selectedIconPath: 'assets/tab-me-on.png' },
    ],
  },
  window: {
    navigationBarTitleText: '云上人大',
    navigationBarBackgroundColor: themed('paper', '#F6F4F1'),
    navigationBarTextStyle: themed('barText', 'black') as 'black',
    backgroundColor: themed('paper', '#F6F4F1'),
    backgroundTextStyle: themed('pullText', 'dark') as 'dark',
  },
  ...(weapp ? { darkmode: true, themeLocation: 'theme.json' } : {}),
  lazyCodeLoading: 'requiredComponents',
})
