import { describe, expect, it } from 'vitest'
import { classifiedMnemonics, INSTRUCTION_CLASSES, instructionClass } from '../../../../arbitraries/x86/level0/questions/classes'
import { CLASSES, classOf } from '../../../../laws/x86/level0/classRules'

describe('classOf', () => {
  it.each([
    // By the headings of the Intel SDM, volume 1, chapter 5.
    ['data_transfer', 'mov movzx cmovne xchg movaps vmovdqu32 kmovw fld fcmovnbe'],
    ['arithmetic', 'add imul xadd paddusb vpmaxsq vfmadd213ss vfmsubadd132pd fsubrp fidivr vrcp14ps dppd'],
    ['logic', 'xor not andn pandn vporq vpternlogd andnps kxnorb'],
    ['shift', 'shl sar rcr shld rorx pslldq vpsravq vprolvd vpshrdvw kshiftlq'],
    ['bit', 'bt bts bsr bextr tzcnt popcnt pdep vplzcntd blsic'],
    ['comparison', 'cmp test ptest vucomisd pcmpeqb vpcmpltud cmpltps vcmpneq_oqsd fcomip kortestd pcmpistri'],
    ['control_flow', 'jmp jne jrcxz loopne call ret retf iretq'],
    ['stack', 'push popfq pushad enter leave'],
    ['string', 'movsb stosq scasw cmpsq outsd'],
    ['conversion', 'cdqe cvtsi2sd vcvtph2ps packuswb pmovsxbd vpmovusqb'],
    ['shuffle', 'pshufb vpunpcklqdq vpermt2pd valignq vshufi64x2 kunpckbw'],
    ['flag', 'clc sti lahf'],
    ['cryptography', 'aesenc vaesdeclast sha256msg1 pclmulqdq'],
    ['system', 'cpuid syscall wrmsr lgdt sldt vmlaunch'],
  ])('assigns %s to %s', (name, mnemonics) => {
    for (const mnemonic of mnemonics.split(' ')) expect(classOf(mnemonic), mnemonic).toBe(name)
    expect(CLASSES).toContain(name)
  })

  it('returns no class if the mnemonic has two meanings or none of the listed ones', () => {
    for (const mnemonic of 'movsd cmpsd lea nop bswap sete cmpxchg pinsrb vpmovm2b pfadd vbroadcastss f ja2'.split(' '))
      expect(classOf(mnemonic), mnemonic).toBeUndefined()
  })

  it('agrees with the generator’s table, which was written independently', () => {
    expect(CLASSES).toEqual(INSTRUCTION_CLASSES)
    const disputed = classifiedMnemonics().filter(mnemonic => classOf(mnemonic) !== instructionClass(mnemonic))
    expect(disputed).toEqual([])
    expect(classifiedMnemonics().length).toBeGreaterThan(400)
  })

  it('returns the same class on every call', () => {
    for (let time = 0; time < 3; time++) expect(['add', 'lea', 'movsd'].map(classOf)).toEqual(['arithmetic', undefined, undefined])
  })
})
