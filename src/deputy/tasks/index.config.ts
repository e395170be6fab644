export default definePageConfig({ navigationBarTitleText: '交给我的留言', enablePullDownRefresh: true, onReachBottomDistance: 300 })
