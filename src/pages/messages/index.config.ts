export default definePageConfig({ navigationBarTitleText: '云上人大', enablePullDownRefresh: true, onReachBottomDistance: 300 })
