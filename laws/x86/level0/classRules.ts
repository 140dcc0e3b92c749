/** Class of instructions and the patterns of its mnemonics (without prefixes). */
interface ClassRule {
  readonly name: string
  readonly patterns: readonly RegExp[]
}

const CONDITION = '(?:n?[bceglopsz]|n?[abgl]e|n?a|p[eo])'
const FLOATS = '(?:ps|pd|ss|sd)'

/** Rules of all classes. The classes follow the headings of the Intel SDM, volume 1, chapter 5, that group by function. */
const RULES: readonly ClassRule[] = [
  {
    name: 'data_transfer',
    patterns: [
      /^(?:mov|movzx|movsxd?|movbe|movnti|xchg|in|out)$/,
      new RegExp(`^cmov${CONDITION}$`),
      /^v?mov(?:[au]p[sd]|dq[au]|[dq]|ss|[lh]p[sd]|hlps|lhps|mskp[sd])$/,
      /^(?:vmovsd|movq2dq|movdq2q)$/,
      /^vmovdq(?:a(?:32|64)|u(?:8|16|32|64))$/,
      /^v?(?:movnt(?:q|dq|dqa|ps|pd|ss|sd)|lddqu|pmovmskb|maskmovdqu)$/,
      /^(?:kmov[bwdq]|maskmovq|vmaskmovp[sd]|vpmaskmov[dq])$/,
      /^(?:fi?ld|fi?stp?|fisttp|fbld|fbstp|fxch|fcmov(?:n?[beu]|n?be))$/,
    ],
  },
  {
    name: 'arithmetic',
    patterns: [
      /^(?:adc|adcx|add|adox|dec|div|idiv|imul|inc|mul|mulx|neg|sbb|sub|xadd)$/,
      /^v?p(?:add|sub)(?:[bwdq]|u?s[bw])$/,
      /^v?pmul(?:l[wdq]|hu?w|u?dq|hrsw)$/,
      /^(?:v?pmadd(?:wd|ubsw)|vpmadd52[lh]uq)$/,
      /^v?(?:pavg[bw]|p(?:min|max)[us][bwdq]|pabs[bwdq]|psign[bwd]|psadbw)$/,
      /^(?:v?ph(?:add|sub)(?:w|d|sw)|vph(?:addu?(?:bw|bd|bq|wd|wq|dq)|sub(?:bw|wd|dq)))$/,
      new RegExp(`^v?(?:add|sub|mul|div|min|max|sqrt)${FLOATS}$`),
      /^v?(?:rcp|rsqrt)[ps]s$/,
      new RegExp(`^v(?:rcp|rsqrt)(?:14|28)${FLOATS}$`),
      /^v?(?:(?:hadd|hsub|addsub)p[sd]|dpp[sd])$/,
      new RegExp(`^vfn?m(?:add|sub)(?:132|213|231)?${FLOATS}$`),
      /^vfm(?:addsub|subadd)(?:132|213|231)?p[sd]$/,
      /^(?:f(?:add|mul|subr?|divr?)p?|fi(?:add|mul|subr?|divr?)|fsqrt|fabs|fchs|kadd[bwdq])$/,
    ],
  },
  {
    name: 'logic',
    patterns: [
      /^(?:and|andn|not|or|xor)$/,
      /^(?:v?p(?:andn?|x?or)|vp(?:andn?|x?or)[dq]|vpternlog[dq])$/,
      /^v?(?:andn?|x?or)p[sd]$/,
      /^k(?:andn?|x?n?or|not)[bwdq]$/,
    ],
  },
  {
    name: 'shift',
    patterns: [
      /^(?:ro[lr]|rc[lr]|sh[lr]|sar|sh[lr]d|sh[lr]x|sarx|rorx)$/,
      /^(?:v?ps(?:ll|rl)(?:w|d|q|dq)|v?psra[wdq]|vps(?:ll|rl|ra)v[wdq])$/,
      /^(?:vpro[lr]v?[dq]|vpsh[lr]dv?[wdq]|kshift[lr][bwdq]|vprot[bwdq]|vpsh[al][bwdq])$/,
    ],
  },
  {
    name: 'bit',
    patterns: [
      /^(?:bt[crs]?|bs[fr]|bextr|blsi|blsmsk|blsr|bzhi|[lt]zcnt|popcnt|pdep|pext)$/,
      /^(?:vpopcnt[bwdq]|vplzcnt[dq]|blc(?:fill|i|ic|msk|s)|bls(?:fill|ic)|t1mskc|tzmsk)$/,
    ],
  },
  {
    name: 'comparison',
    patterns: [
      /^(?:cmp|test|v?ptest|vtestp[sd]|vptestn?m[bwdq]|v?u?comis[sd])$/,
      /^(?:v?pcmp(?:eq|gt)[bwdq]|v?pcmp[ei]str[im])$/,
      /^vpcmp(?:|eq|n?lt|n?le|neq|false|true)u?[bwdq]$/,
      /^vpcom(?:|eq|lt|le|gt|ge|neq|false|true)u?[bwdq]$/,
      // `cmpsd` alone may be the string instruction too.
      /^(?:v?cmp[a-z_]*(?:ps|pd|ss)|v?cmp[a-z_]+sd|vcmpsd)$/,
      /^(?:fu?com(?:p|pp|i|ip)?|ficomp?|ftst|fxam|kortest[bwdq]|ktest[bwdq])$/,
    ],
  },
  {
    name: 'control_flow',
    patterns: [new RegExp(`^j${CONDITION}$`), /^(?:jmp|j[er]?cxz|loop(?:n?e)?|call|retf?|iret[dq]?)$/],
  },
  { name: 'stack', patterns: [/^(?:push|pop)(?:|ad?|f[dq]?)$/, /^(?:enter|leave)$/] },
  // `movsd` and `cmpsd` also name SSE2 instructions.
  { name: 'string', patterns: [/^(?:(?:movs|cmps)[bwq]|(?:lods|stos|scas)[bwdq]|(?:ins|outs)[bwd])$/] },
  {
    name: 'conversion',
    patterns: [
      /^(?:cbw|cwde|cdqe|cwd|cdq|cqo)$/,
      /^v?cvt[a-z0-9]+$/,
      /^v?pack[su]s(?:wb|dw)$/,
      /^v?pmov[sz]x(?:bw|bd|bq|wd|wq|dq)$/,
      /^vpmovu?s?(?:wb|db|dw|qb|qw|qd)$/,
    ],
  },
  {
    name: 'shuffle',
    patterns: [
      /^(?:v?pshuf(?:b|d|hw|lw)|pshufw|v?shufp[sd]|v?unpck[lh]p[sd]|v?punpck[lh](?:bw|wd|dq|qdq))$/,
      /^(?:v?palignr|valign[dq]|vperm[a-z0-9]+|vpperm|vshuf[fi](?:32x4|64x2)|kunpck(?:bw|wd|dq))$/,
    ],
  },
  { name: 'flag', patterns: [/^(?:cl[cdi]|cmc|st[cdi]|clac|stac|lahf|sahf)$/] },
  {
    name: 'cryptography',
    patterns: [/^v?aes[a-z0-9]+$/, /^sha(?:1|256)[a-z0-9]+$/, /^v?pclmulqdq$/],
  },
  {
    name: 'system',
    patterns: [
      /^(?:[ls][gi]dt|lldt|sldt|ltr|str|[ls]msw|clts|hlt|rsm|swapgs|cpuid|rdtscp?|rdpmc)$/,
      /^(?:inv(?:d|lpg|pcid|ept|vpid)|wbinvd|rdmsr|wrmsr|syscall|sysret|sysenter|sysexit|xgetbv|xsetbv)$/,
      /^vm(?:call|clear|launch|load|mcall|ptrld|ptrst|read|resume|run|save|write|xoff|xon)$/,
      /^(?:stgi|clgi|skinit)$/,
    ],
  },
]

/** Names of all classes, in the order in which inputs list them. */
export const CLASSES: readonly string[] = RULES.map(rule => rule.name)

/** Returns the class of a mnemonic; `undefined` if no rule or more than one rule matches it. */
export function classOf(mnemonic: string): string | undefined {
  const known = CACHE.get(mnemonic)
  if (known !== undefined) return known === '' ? undefined : known
  const matching = RULES.filter(rule => rule.patterns.some(pattern => pattern.test(mnemonic)))
  const found = matching.length === 1 ? matching[0]?.name : undefined
  if (CACHE.size < CACHE_LIMIT) CACHE.set(mnemonic, found ?? '')
  return found
}

/** Maximum number of cached mnemonics, larger than the number that exists. The cache stores '' for a mnemonic without a class. */
const CACHE_LIMIT = 4096
const CACHE = new Map<string, string>()
