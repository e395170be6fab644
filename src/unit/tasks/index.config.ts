export default definePageConfig({ navigationBarTitleText: '转给我们的留言', enablePullDownRefresh: true, onReachBottomDistance: 300 })
