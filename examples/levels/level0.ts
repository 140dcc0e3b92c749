import { defineLevel, DIFFICULTIES, type Edge, type DeclaredCue, type LevelSpec, type Oracle, type Topic } from 'genesis-datasets'
import { byDifficulty, edge, grammar, impossible } from 'genesis-datasets/arbitraries'
import { edgeExists, type ProgramEdge, showsEdge } from '../../arbitraries/x86/level0/programs/edges'
import { loadIced, type X86Tool } from '../../arbitraries/x86/iced/iced'
import type { Program } from '../../arbitraries/x86/programs/program'
import { programBehind } from '../../arbitraries/x86/level0/questions/programBehind'
import { bytesOf, hexOf, printQuestion, type Question, questionFormat, type Task } from '../../arbitraries/x86/level0/questions/question'
import { expandOperands } from '../../arbitraries/x86/level0/questions/namedOperands'
import { ANSWERS, questions } from '../../arbitraries/x86/level0/questions/questions'
import { shownEdgePrograms, topicQuestions } from '../../arbitraries/x86/level0/questions/shownPrograms'
import { TOPIC_EDGES } from '../../arbitraries/x86/level0/questions/topicEdges'
import { ambiguous } from '../../arbitraries/x86/level0/traps/ambiguous'
import { contradictory } from '../../arbitraries/x86/level0/traps/contradictory'
import { incomplete } from '../../arbitraries/x86/level0/traps/incomplete'
import { incompleteText } from '../../arbitraries/x86/level0/traps/incompleteText'
import { malformed } from '../../arbitraries/x86/level0/traps/malformed'
import { outOfScope, outOfScopeText } from '../../arbitraries/x86/level0/traps/outOfScope'
import { encodingFixpoint, lengthsAddUp } from '../../laws/x86/level0/answerLaws'
import { loadCapstone } from '../../laws/x86/capstone/capstone'
import { judge } from '../../laws/x86/level0/judge'
import { readText } from '../../laws/x86/capstone/readProgram'

/**
 * Level 0, machine code: x86 instructions made by iced-x86 and confirmed, from the text of each row alone, by capstone.
 *
 * docs/levels/level0.md says what it asks. Rejects, naming the package to install, where one of the two is missing.
 */
export async function level0(): Promise<LevelSpec<Question, string>> {
  const [tool, capstone] = await Promise.all([loadIced(), loadCapstone()])
  const oracle = judge(capstone)
  const behind: Behind = question => programBehind(tool, question, asked => encodedBy(oracle, asked))
  return defineLevel<Question, string>({
    name: 'level0',
    version: '3.0.0',
    verificationMethod: 'compiler',
    question: questionFormat,
    answer: grammar(
      // The bytes of `encode`, or lines that begin with the offset of an instruction.
      /^(?:[0-9a-f]{2}(?: [0-9a-f]{2})*|\d+ [^\n]+(?:\n\d+ [^\n]+)*)$/,
      ([text]) => text,
      text => text,
    ),
    topics: {
      decode: topic(tool, behind, 'decode'),
      boundaries: topic(tool, behind, 'boundaries'),
      classify: topic(tool, behind, 'classify'),
      operands: topic(tool, behind, 'operands'),
      encode: {
        ...topic(tool, behind, 'encode'),
        equivalent: (question, answer) => readsAs(tool, question, answer),
        adversarial: {
          out_of_scope: outOfScopeText(),
          incomplete: incompleteText(),
          malformed: impossible('there are no bytes to break'),
          ambiguous: impossible('the registers of a text name the mode, or both modes encode it alike'),
        },
      },
    },
    adversarial: {
      out_of_scope: outOfScope(),
      malformed: malformed(tool),
      contradictory: contradictory(tool),
      incomplete: incomplete(tool),
      ambiguous: ambiguous(tool),
    },
    domains: {
      aarch64: input => input.includes('\nisa: aarch64\n') && capstone.readsArm64(bytesOf(bodyOf(input))),
      effects: input => input.startsWith('task: effects\n') && bodyOf(input) !== '',
    },
    oracle,
    verifiedBy: [capstone.version],
    laws: [lengthsAddUp, encodingFixpoint(tool.reencode, (bits, bytes, ip) => readText(capstone, bits, bytes, ip))],
    measureDifficulty: question => behind(question)?.bytes.length ?? 0,
    canonicalForm: question => {
      const program = question.task === 'encode' ? behind(question) : undefined
      return program === undefined ? question.body : hexOf(program.bytes)
    },
    topicOf: input => /^task: (.+)$/m.exec(input)?.[1],
    surface: { header, declaredCues: HONEST },
    grading: { whitespace: 'collapse', ignoreCase: true },
  })
}

/** The program behind a question, drawn or read from a text. */
type Behind = (question: Question) => Program | undefined

/** The bytes of an `encode` question's answer, where it has one. */
function encodedBy(oracle: Oracle<string>, question: Question): string | undefined {
  const [verdict] = oracle([printQuestion(question)])
  return verdict?._tag === 'Answer' ? verdict.canonical : undefined
}

/** Whether bytes say the very text that was to be encoded, as iced reads them in each mode that is allowed. */
function readsAs(tool: X86Tool, question: Question, answer: string): boolean {
  const { isa, ip } = question
  const text = expandOperands(question)
  const modes = isa === 'x86' ? ([32, 64] as const) : isa === 'x86-32' ? ([32] as const) : ([64] as const)
  return modes.every(bits => {
    const decoding = tool.decode(bits, bytesOf(answer), ip)
    return decoding._tag === 'Decoded' && decoding.instructions.map(({ text }) => text).join('; ') === text
  })
}

/** What a task asks, about which programs, with which edges. */
function topic(tool: X86Tool, behind: Behind, task: Task): Topic<Question, string> {
  return {
    questions: byDifficulty({ easy: 'easy', medium: 'medium', hard: 'hard' } as const, difficulty =>
      topicQuestions(tool, task, difficulty),
    ),
    answer: question => ANSWERS[task](behind(question) ?? NO_PROGRAM),
    edges: Object.fromEntries(TOPIC_EDGES[task].map(name => [name, edgeOf(tool, behind, task, name)])),
  }
}

function edgeOf(tool: X86Tool, behind: Behind, task: Task, name: ProgramEdge): Edge<Question> {
  const existing = DIFFICULTIES.filter(difficulty => edgeExists(name, difficulty, 64))
  return edge(
    Object.fromEntries(existing.map(difficulty => [difficulty, questions(task, shownEdgePrograms(tool, task, difficulty, name))])),
    question => {
      const program = behind(question)
      return program !== undefined && showsEdge(name, program)
    },
  )
}

/** Bytes that say nothing: a question without a program has no answer. */
const NO_PROGRAM = { bytes: new Uint8Array(), instructions: [] }

/** The task and the isa, and which other lines there are. */
const header = (input: string): string => input.replace(/^(ip|end|bytes|text|where|classes|given): .*$/gm, '$1')

/** What makes these traps refusals is in the very lines that are covered up. */
const HONEST: readonly DeclaredCue[] = [
  {
    type: 'out_of_scope',
    pattern: /^(?:task|isa|bytes|text|classes): .*$/gm,
    reason: 'it declares another task or instruction set, and shows code of that set',
  },
  { type: 'malformed', pattern: /^bytes: .*$/gm, reason: 'its bytes are of no instruction that exists' },
]

/** What stands on the line of bytes or of text. */
const bodyOf = (input: string): string => /^(?:bytes|text): (.+)$/m.exec(input)?.[1] ?? ''
