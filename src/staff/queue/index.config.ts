export default definePageConfig({ navigationBarTitleText: '留言工作台', enablePullDownRefresh: true, onReachBottomDistance: 300 })
