import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { settings } from './settings'

/** Sources outside a package's own compiled output: what ships must be lowered for old phones, valibot included. */
const lowered = [
  path.resolve(__dirname, 'settings'),
  (file: string) => /node_modules[\\/]valibot[\\/]/.test(file),
]

export default defineConfig(async () => {
  const type = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp'
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'yunshang-renda',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    sourceRoot: 'src',
    outputRoot: `dist/${type}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: true },
    plugins: [],
    // The preview is built while somebody waits for it; what ships is built to be small.
    jsMinimizer: type === 'h5' ? 'esbuild' : 'terser',
    esbuild: { minify: { config: { target: 'es2020' } } },
    defineConstants: {
      // The position is asked for in the preview always, in WeChat only when the deployment was granted it.
      LOCATION_ENABLED: JSON.stringify(type === 'h5' || settings.location),
      CLOUD_ENV: JSON.stringify(process.env.CLOUD_ENV ?? settings.cloudEnv),
    },
    mini: {
      compile: { include: lowered },
      postcss: { pxtransform: { enable: true }, cssModules: { enable: false } },
      webpackChain(chain) {
        chain.performance.hints(false)
      },
    },
    h5: {
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      compile: { include: lowered },
      postcss: { pxtransform: { enable: true }, autoprefixer: { enable: true }, cssModules: { enable: false } },
      output: { filename: 'js/[name].[hash:8].js', chunkFilename: 'js/[name].[chunkhash:8].js' },
      miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[hash:8].css', chunkFilename: 'css/[name].[chunkhash:8].css' },
      webpackChain(chain) {
        chain.performance.hints(false)
      },
    },
  }
  return config
})
