import { defineLevel, DIFFICULTIES, type Edge, type DeclaredCue, type LevelSpec, type Oracle, type Topic } from 'genesis-datasets'
import { byDifficulty, edge, grammar, impossible } from 'genesis-datasets/arbitraries'
import { edgeExists, type ProgramEdge, showsEdge } from '../../arbitraries/x86/level0/programs/edges'
import { loadIced, type X86Tool } from '../../arbitraries/x86/iced/iced'
import type { Program } from '../../arbitraries/x86/programs/program'
import { programOf } from '../../arbitraries/x86/level0/questions/programOf'
import {
  bytesOf,
  hexOf,
  printQuestion,
  type Level0Question,
  questionFormat,
  type Level0Task,
} from '../../arbitraries/x86/level0/questions/question'
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
 * Loads level 0, machine code: x86 instructions encoded by iced-x86, and confirmed by capstone from the text of each row alone.
 *
 * docs/levels/level0.md defines its questions. Rejects with an error that names the package to install if one of the two is missing.
 */
export async function level0(): Promise<LevelSpec<Level0Question, string>> {
  const [tool, capstone] = await Promise.all([loadIced(), loadCapstone()])
  const oracle = judge(capstone)
  const findProgram: FindProgram = question => programOf(tool, question, asked => encodingOf(oracle, asked))
  return defineLevel<Level0Question, string>({
    name: 'level0',
    version: '3.0.0',
    verificationMethod: 'compiler',
    question: questionFormat,
    answer: grammar(
      // The bytes of `encode`, or lines that start with the offset of an instruction.
      /^(?:[0-9a-f]{2}(?: [0-9a-f]{2})*|\d+ [^\n]+(?:\n\d+ [^\n]+)*)$/,
      ([text]) => text,
      text => text,
    ),
    topics: {
      decode: topic(tool, findProgram, 'decode'),
      boundaries: topic(tool, findProgram, 'boundaries'),
      classify: topic(tool, findProgram, 'classify'),
      operands: topic(tool, findProgram, 'operands'),
      encode: {
        ...topic(tool, findProgram, 'encode'),
        equivalent: (question, answer) => readsAs(tool, question, answer),
        adversarial: {
          out_of_scope: outOfScopeText(),
          incomplete: incompleteText(),
          malformed: impossible('a text has no bytes to break'),
          ambiguous: impossible('the registers of a text determine the mode, or both modes encode it identically'),
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
    measureDifficulty: question => findProgram(question)?.bytes.length ?? 0,
    canonicalForm: question => {
      const program = question.task === 'encode' ? findProgram(question) : undefined
      return program === undefined ? question.body : hexOf(program.bytes)
    },
    topicOf: input => /^task: (.+)$/m.exec(input)?.[1],
    surface: { header, declaredCues: DECLARED_CUES },
    grading: { whitespace: 'collapse', ignoreCase: true },
  })
}

/** Function that returns the program of a question, whether the question was drawn or parsed from a text. */
type FindProgram = (question: Level0Question) => Program | undefined

/** Returns the bytes of the answer to an `encode` question; undefined if the oracle gives no answer. */
function encodingOf(oracle: Oracle<string>, question: Level0Question): string | undefined {
  const [verdict] = oracle([printQuestion(question)])
  return verdict?._tag === 'Answer' ? verdict.canonical : undefined
}

/** Returns true if iced, in each allowed mode, reads the bytes as exactly the text to encode. */
function readsAs(tool: X86Tool, question: Level0Question, answer: string): boolean {
  const { isa, ip } = question
  const text = expandOperands(question)
  const modes = isa === 'x86' ? ([32, 64] as const) : isa === 'x86-32' ? ([32] as const) : ([64] as const)
  return modes.every(bits => {
    const decoding = tool.decode(bits, bytesOf(answer), ip)
    return decoding._tag === 'Decoded' && decoding.instructions.map(({ text }) => text).join('; ') === text
  })
}

/** Builds the topic of a task: its questions, answers and edges. */
function topic(tool: X86Tool, findProgram: FindProgram, task: Level0Task): Topic<Level0Question, string> {
  return {
    questions: byDifficulty({ easy: 'easy', medium: 'medium', hard: 'hard' } as const, difficulty =>
      topicQuestions(tool, task, difficulty),
    ),
    answer: question => ANSWERS[task](findProgram(question) ?? NO_PROGRAM),
    edges: Object.fromEntries(TOPIC_EDGES[task].map(name => [name, edgeOf(tool, findProgram, task, name)])),
  }
}

function edgeOf(tool: X86Tool, findProgram: FindProgram, task: Level0Task, name: ProgramEdge): Edge<Level0Question> {
  const existing = DIFFICULTIES.filter(difficulty => edgeExists(name, difficulty, 64))
  return edge(
    Object.fromEntries(existing.map(difficulty => [difficulty, questions(task, shownEdgePrograms(tool, task, difficulty, name))])),
    question => {
      const program = findProgram(question)
      return program !== undefined && showsEdge(name, program)
    },
  )
}

/** Empty program for a question without a program, which then has no answer. */
const NO_PROGRAM = { bytes: new Uint8Array(), instructions: [] }

/** Returns the header for the surface check: the task, the instruction set, and the keys of all other lines. */
const header = (input: string): string => input.replace(/^(ip|end|bytes|text|where|classes|given): .*$/gm, '$1')

/** Declared cues: the masked lines themselves make these traps refusals. */
const DECLARED_CUES: readonly DeclaredCue[] = [
  {
    type: 'out_of_scope',
    pattern: /^(?:task|isa|bytes|text|classes): .*$/gm,
    reason: 'the text declares another task or instruction set, and shows code of that set',
  },
  { type: 'malformed', pattern: /^bytes: .*$/gm, reason: 'some bytes are of no existing instruction' },
]

/** Returns the content of the line `bytes:` or `text:`. */
const bodyOf = (input: string): string => /^(?:bytes|text): (.+)$/m.exec(input)?.[1] ?? ''
