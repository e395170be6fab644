export default defineAppConfig({
  pages: ['pages/messages/index', 'pages/me/index'],
  window: {
    navigationBarTitleText: '云上人大',
    navigationBarBackgroundColor: '#F6F4F1',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F6F4F1',
    backgroundTextStyle: 'dark',
  },
  lazyCodeLoading: 'requiredComponents',
})
