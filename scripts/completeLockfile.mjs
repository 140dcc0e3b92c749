/**
 * Completes package-lock.json. A tool with a binary for each platform lists all of them, with one exact version. npm omits
 * the packages that it could not fetch, and `npm ci` then rejects the file on every machine. Run it after `npm install`.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))

/** Returns the platform of a package such as `@rollup/rollup-linux-x64-musl`, by its name, or undefined for any other. */
function platformOf(name) {
  const words = name.split(/[/-]/)
  const [os, cpu] = [SYSTEMS, PROCESSORS].map(list => list.find(word => words.includes(word)))
  if (os === undefined || cpu === undefined) return undefined
  const libc = os !== 'linux' ? undefined : words.some(word => word.startsWith('musl')) ? 'musl' : 'glibc'
  return { os: [os], cpu: [cpu], ...(libc === undefined ? {} : { libc: [libc] }) }
}

const { '': root, ...packages } = lock.packages
for (const [path, parent] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const known = `node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages
    const platform = platformOf(name)
    if (known || platform === undefined || !/^\d+\.\d+\.\d+$/.test(version)) continue
    const { license, dev } = parent
    packages[`node_modules/${name}`] = { version, ...(dev ? { dev } : {}), license, optional: true, ...platform }
  }
}

const sortedPackages = Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en'))
writeFileSync(file, `${JSON.stringify({ ...lock, packages: { '': root, ...Object.fromEntries(sortedPackages) } }, null, 2)}\n`)
