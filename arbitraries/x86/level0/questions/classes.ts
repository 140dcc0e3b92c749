/** Closed list of classes, in the order in which inputs list them. */
export const INSTRUCTION_CLASSES = [
  'data_transfer',
  'arithmetic',
  'logic',
  'shift',
  'bit',
  'comparison',
  'control_flow',
  'stack',
  'string',
  'conversion',
  'shuffle',
  'flag',
  'cryptography',
  'system',
] as const

/** Purpose of an instruction, by the headings of the Intel SDM, volume 1, chapter 5. */
export type InstructionClass = (typeof INSTRUCTION_CLASSES)[number]

const CONDITIONS = 'o,no,b,ae,e,ne,be,a,s,ns,p,np,l,ge,le,g'
const SSE_PREDICATES = 'eq,lt,le,unord,neq,nlt,nle,ord'
const AVX_PREDICATES = `${SSE_PREDICATES},eq_uq,nge,ngt,false,neq_oq,ge,gt,true,eq_os,lt_oq,le_oq,unord_s,neq_us,nlt_uq,nle_uq,ord_s,eq_us,nge_uq,ngt_uq,false_os,neq_os,ge_oq,gt_oq,true_us`

/** Mnemonics of each class. Words in braces are alternatives. Mnemonics with several meanings are in no class. */
const MEMBERS: Readonly<Record<InstructionClass, readonly string[]>> = {
  data_transfer: [
    'mov movzx movsx movsxd movbe movnti xchg in out',
    `cmov{${CONDITIONS}}`,
    '{,v}mov{aps,ups,apd,upd,dqa,dqu,q,d,ss,lps,hps,lpd,hpd,hlps,lhps,mskps,mskpd,ntdq,ntdqa,ntps,ntpd}',
    'movntq movntss movntsd movdq2q movq2dq vmovsd',
    'vmovdqa{32,64} vmovdqu{8,16,32,64}',
    '{,v}lddqu {,v}pmovmskb {,v}maskmovdqu maskmovq vmaskmov{ps,pd} vpmaskmov{d,q} kmov{b,w,d,q}',
    'fld fild fst fstp fist fistp fisttp fbld fbstp fxch fcmov{b,e,be,u,nb,ne,nbe,nu}',
  ],
  arithmetic: [
    'add adc sub sbb inc dec neg mul imul div idiv mulx adcx adox xadd',
    '{,v}padd{b,w,d,q,sb,sw,usb,usw} {,v}psub{b,w,d,q,sb,sw,usb,usw}',
    '{,v}pmul{lw,ld,hw,huw,udq,dq,hrsw} vpmullq {,v}pmadd{wd,ubsw} vpmadd52{l,h}uq',
    '{,v}pavg{b,w} {,v}p{min,max}{sb,sw,sd,ub,uw,ud} vp{min,max}{sq,uq} {,v}pabs{b,w,d} vpabsq',
    '{,v}psign{b,w,d} {,v}psadbw {,v}ph{add,sub}{w,d,sw}',
    'vphadd{bw,bd,bq,wd,wq,dq,ubw,ubd,ubq,uwd,uwq,udq} vphsub{bw,wd,dq}',
    '{,v}{add,sub,mul,div,sqrt,min,max}{ps,pd,ss,sd}',
    '{,v}{rcp,rsqrt}{ps,ss} v{rcp,rsqrt}14{ps,pd,ss,sd} v{rcp,rsqrt}28{ps,pd,ss,sd}',
    '{,v}{hadd,hsub,addsub}{ps,pd} {,v}dp{ps,pd}',
    'vf{,n}m{add,sub}{,132,213,231}{ps,pd,ss,sd} vfm{addsub,subadd}{,132,213,231}{ps,pd}',
    'f{add,mul,sub,subr,div,divr}{,p} fi{add,mul,sub,subr,div,divr} fsqrt fabs fchs kadd{b,w,d,q}',
  ],
  logic: [
    'and or xor not andn',
    '{,v}p{and,andn,or,xor} vp{and,andn,or,xor}{d,q} vpternlog{d,q}',
    '{,v}{and,andn,or,xor}{ps,pd}',
    'k{and,andn,or,xor,xnor,not}{b,w,d,q}',
  ],
  shift: [
    'shl shr sar rol ror rcl rcr shld shrd shlx shrx sarx rorx',
    '{,v}ps{ll,rl}{w,d,q,dq} {,v}psra{w,d} vpsraq vps{ll,rl,ra}v{w,d,q}',
    'vp{rol,ror}{,v}{d,q} vp{shld,shrd}{,v}{w,d,q} kshift{l,r}{b,w,d,q} vprot{b,w,d,q} vpsh{a,l}{b,w,d,q}',
  ],
  bit: [
    'bt bts btr btc bsf bsr bextr blsi blsmsk blsr bzhi lzcnt tzcnt popcnt pdep pext',
    'vpopcnt{b,w,d,q} vplzcnt{d,q} blc{fill,i,ic,msk,s} bls{fill,ic} t1mskc tzmsk',
  ],
  comparison: [
    'cmp test {,v}ptest vtest{ps,pd} vptest{,n}m{b,w,d,q} {,v}{comi,ucomi}{ss,sd}',
    '{,v}pcmp{eq,gt}{b,w,d,q} {,v}pcmp{e,i}str{i,m}',
    'vpcmp{,u}{b,w,d,q} vpcmpequ{b,w,d,q} vpcmp{lt,le,neq,nlt,nle}{,u}{b,w,d,q}',
    'vpcom{,u}{b,w,d,q} vpcom{eq,lt,le,gt,ge,neq,false,true}{,u}{b,w,d,q}',
    `cmp{ps,pd,ss} cmp{${SSE_PREDICATES}}{ps,pd,ss,sd}`,
    `vcmp{ps,pd,ss,sd} vcmp{${AVX_PREDICATES}}{ps,pd,ss,sd}`,
    'f{com,ucom}{,p,pp,i,ip} ficom ficomp ftst fxam kortest{b,w,d,q} ktest{b,w,d,q}',
  ],
  control_flow: [`jmp j{${CONDITIONS}} jcxz jecxz jrcxz loop loope loopne call ret retf iret iretd iretq`],
  stack: ['push pop pusha pushad popa popad pushf pushfd pushfq popf popfd popfq enter leave'],
  string: ['{movs,cmps}{b,w,q} {lods,stos,scas}{b,w,d,q} {ins,outs}{b,w,d}'],
  conversion: [
    'cbw cwde cdqe cwd cdq cqo',
    '{,v}cvt{dq2pd,dq2ps,pd2dq,pd2ps,ps2dq,ps2pd,sd2si,sd2ss,si2sd,si2ss,ss2sd,ss2si,tpd2dq,tps2dq,tsd2si,tss2si}',
    'cvt{pd2pi,pi2pd,pi2ps,ps2pi,tpd2pi,tps2pi}',
    'vcvt{pd2qq,pd2udq,pd2uqq,ph2ps,ps2ph,ps2qq,ps2udq,ps2uqq,qq2pd,qq2ps,sd2usi,ss2usi,udq2pd,udq2ps,uqq2pd,uqq2ps}',
    'vcvt{tpd2qq,tpd2udq,tpd2uqq,tps2qq,tps2udq,tps2uqq,tsd2usi,tss2usi,usi2sd,usi2ss}',
    '{,v}pack{ss,us}{wb,dw} {,v}pmov{s,z}x{bw,bd,bq,wd,wq,dq} vpmov{,s,us}{wb,db,dw,qb,qw,qd}',
  ],
  shuffle: [
    '{,v}pshuf{b,d,hw,lw} pshufw {,v}shuf{ps,pd} {,v}unpck{l,h}{ps,pd} {,v}punpck{l,h}{bw,wd,dq,qdq}',
    '{,v}palignr valign{d,q} vperm{b,w,d,q,ps,pd} vpermi2{b,w,d,q,ps,pd} vpermt2{b,w,d,q,ps,pd}',
    'vpermil{ps,pd} vpermil2{ps,pd} vperm2{f128,i128} vpperm vshuf{f,i}{32x4,64x2} kunpck{bw,wd,dq}',
  ],
  flag: ['clc cld cli cmc stc std sti clac stac lahf sahf'],
  cryptography: ['{,v}aes{enc,enclast,dec,declast,imc,keygenassist} sha1{msg1,msg2,nexte,rnds4} sha256{msg1,msg2,rnds2} {,v}pclmulqdq'],
  system: [
    'hlt lgdt lidt sgdt sidt lldt sldt ltr str lmsw smsw clts invd wbinvd invlpg invpcid rdmsr wrmsr rdpmc rdtsc rdtscp',
    'cpuid syscall sysret sysenter sysexit swapgs rsm xgetbv xsetbv invept invvpid stgi clgi skinit',
    'vm{call,launch,resume,xoff,xon,ptrld,ptrst,clear,read,write,run,load,save,mcall}',
  ],
}

const CLASS_OF = byMnemonic()

/** Returns the class of a mnemonic, or undefined if it has none or more than one. */
export function instructionClass(mnemonic: string): InstructionClass | undefined {
  return CLASS_OF.get(mnemonic)
}

/** Returns all mnemonics that have a class. */
export function classifiedMnemonics(): readonly string[] {
  return [...CLASS_OF.keys()]
}

function byMnemonic(): ReadonlyMap<string, InstructionClass> {
  const classes = new Map<string, InstructionClass>()
  for (const name of INSTRUCTION_CLASSES) {
    for (const word of MEMBERS[name].flatMap(line => line.split(' '))) {
      for (const mnemonic of alternatives(word)) {
        if (classes.has(mnemonic)) throw new Error(`${mnemonic} is in two classes`)
        classes.set(mnemonic, name)
      }
    }
  }
  return classes
}

/** Returns all words that a pattern with braces represents: `{,v}por` is por and vpor. */
function alternatives(word: string): readonly string[] {
  const braces = /\{([^}]*)\}/.exec(word)
  if (braces === null) return [word]
  return (braces[1] as string).split(',').flatMap(choice => alternatives(word.replace(braces[0], choice)))
}
