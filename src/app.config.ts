export default defineAppConfig({
  pages: ['pages/messages/index', 'pages/me/index', 'pages/message/index'],
  subPackages: [
    { root: 'citizen', pages: ['post/index', 'mine/index', 'register/index', 'privacy/index', 'judge/index'] },
    { root: 'staff', pages: ['queue/index', 'moderate/index', 'assign/index', 'people/index', 'record/index'] },
    { root: 'deputy', pages: ['tasks/index', 'reply/index'] },
    { root: 'unit', pages: ['tasks/index', 'report/index'] },
  ],
  tabBar: {
    color: '#5B626B',
    selectedColor: '#B3261E',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      { pagePath: 'pages/messages/index', text: '留言', iconPath: 'assets/tab-messages.png', selectedIconPath: 'assets/tab-messages-on.png' },
      { pagePath: 'pages/me/index', text: '我的', iconPath: 'assets/tab-me.png', selectedIconPath: 'assets/tab-me-on.png' },
    ],
  },
  window: {
    navigationBarTitleText: '云上人大',
    navigationBarBackgroundColor: '#F6F4F1',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F6F4F1',
    backgroundTextStyle: 'dark',
  },
  lazyCodeLoading: 'requiredComponents',
})
