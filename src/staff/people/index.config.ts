export default definePageConfig({ navigationBarTitleText: '代表、单位和工作人员' })
