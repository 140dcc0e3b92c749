import type { EncodingForm, OperandKind } from '../../../../../laws/x86/assembly/encodingForms'
import type { Choose } from '../../../../../arbitraries/choiceSequence'

const LEGACY = ['ax', 'cx', 'dx', 'bx', 'sp', 'bp', 'si', 'di']
const SIZE_WORDS: Readonly<Record<number, string>> = {
  0: '',
  8: 'byte ptr ',
  16: 'word ptr ',
  32: 'dword ptr ',
  64: 'qword ptr ',
  128: 'xmmword ptr ',
}

/** Draws the canonical assembly of an instruction of a form, with operands of every shape that the form allows. */
export function drawStatement(choose: Choose, form: EncodingForm, mode: 32 | 64): string {
  const operands = form.operands.map(kind => drawOperand(choose, kind, mode))
  return operands.length === 0 ? form.mnemonic : `${form.mnemonic} ${operands.join(', ')}`
}

function drawOperand(choose: Choose, kind: OperandKind, mode: 32 | 64): string {
  switch (kind._tag) {
    case 'Register':
      return drawRegister(choose, kind.file, kind.bits, mode)
    case 'RegisterOrMemory':
      return choose.boolean() ? drawRegister(choose, kind.file, kind.bits, mode) : drawMemory(choose, kind.memoryBits, mode)
    case 'Memory':
      return drawMemory(choose, kind.bits, mode)
    case 'Fixed':
      return kind.number === 1 ? 'cl' : general(kind.number, kind.bits)
    case 'One':
      return '0x1'
    case 'Immediate':
      return drawImmediate(choose, kind.bytes, kind.bits)
  }
}

function drawRegister(choose: Choose, file: string, bits: number, mode: 32 | 64): string {
  const count = mode === 64 ? 16 : 8
  if (file === 'mm') return `mm${choose.integer(0, 7)}`
  if (file === 'xmm') return `xmm${choose.integer(0, count - 1)}`
  if (bits === 8 && choose.boolean()) return choose.pick(['ah', 'ch', 'dh', 'bh'])
  return general(choose.integer(0, bits === 8 && mode === 32 ? 3 : count - 1), bits)
}

function general(number: number, bits: number): string {
  const legacy = LEGACY[number]
  if (legacy === undefined) return `r${number}${{ 8: 'b', 16: 'w', 32: 'd', 64: '' }[bits]}`
  if (bits === 8) return ['al', 'cl', 'dl', 'bl', 'spl', 'bpl', 'sil', 'dil'][number] as string
  return `${{ 16: '', 32: 'e', 64: 'r' }[bits]}${legacy}`
}

function drawMemory(choose: Choose, bits: number, mode: 32 | 64): string {
  const addressBits = mode === 64 && choose.integer(0, 7) > 0 ? 64 : 32
  const count = mode === 64 ? 15 : 7
  const scale = choose.pick([1, 2, 4, 8])
  const terms: string[] = []
  let withBase = choose.integer(0, 9) > 0
  const withIndex = choose.boolean()
  withBase ||= !withIndex || scale === 1
  if (withBase) terms.push(general(choose.integer(0, count), addressBits))
  if (withIndex) {
    const index = choose.integer(0, count)
    terms.push(general(index === 4 ? 5 : index, addressBits) + (scale === 1 ? '' : `*${scale}`))
  }
  const displacement = choose.pick([0, 1, -1, 0x7f, -0x80, 0x80, -0x81, 0x7fffffff, -0x80000000, choose.integer(0, 0xffff)])
  const sign = displacement < 0 ? ' - ' : ' + '
  const shown = displacement === 0 ? '' : `${sign}0x${Math.abs(displacement).toString(16)}`
  const segment = choose.integer(0, 9) > 0 || bits === 0 ? '' : choose.pick(mode === 64 ? ['fs:', 'gs:'] : ['fs:', 'gs:', 'es:', 'cs:'])
  return `${SIZE_WORDS[bits]}${segment}[${terms.join(' + ')}${shown}]`
}

function drawImmediate(choose: Choose, bytes: number, bits: number): string {
  const value = BigInt.asIntN(bytes * 8, choose.pick([choose.bits(bytes * 8), 0n, 1n, -1n, 0x7fn, -0x80n, 0x80n, 0x7fffffffn]))
  return `0x${BigInt.asUintN(bits, bits === bytes * 8 ? BigInt.asUintN(bits, value) : value).toString(16)}`
}
