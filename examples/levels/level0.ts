import { defineLevel, DIFFICULTIES, type Edge, type LevelSpec, type Topic } from 'genesis-datasets'
import { byDifficulty, edge, grammar, impossible } from 'genesis-datasets/arbitraries'
import { edgeExists, type ProgramEdge, showsEdge } from '../../arbitraries/x86/programs/edges'
import { loadIced, type X86Tool } from '../../arbitraries/x86/iced/iced'
import { bytesOf, type Question, questionFormat, type Task } from '../../arbitraries/x86/questions/question'
import { ANSWERS, bytesShown, programOf, questions } from '../../arbitraries/x86/questions/questions'
import { shownEdgePrograms, shownPrograms } from '../../arbitraries/x86/questions/shownPrograms'
import { ambiguous } from '../../arbitraries/x86/traps/ambiguous'
import { contradictory } from '../../arbitraries/x86/traps/contradictory'
import { incomplete } from '../../arbitraries/x86/traps/incomplete'
import { incompleteText } from '../../arbitraries/x86/traps/incompleteText'
import { malformed } from '../../arbitraries/x86/traps/malformed'
import { outOfScope, outOfScopeText } from '../../arbitraries/x86/traps/outOfScope'
import { encodingFixpoint, lengthsAddUp } from '../../laws/x86/answerLaws'
import { loadCapstone } from '../../laws/x86/capstone/capstone'
import { judge } from '../../laws/x86/judge'
import { readText } from '../../laws/x86/capstone/readProgram'

/** The named extremes, in the topics where they are hardest to get right. */
const EDGES: Readonly<Record<Task, readonly ProgramEdge[]>> = {
  decode: ['fifteenByte', 'extremeDisplacement', 'extremeImmediate', 'highByteRegister', 'uniformByteRegister', 'ripRelative'],
  boundaries: ['fifteenByte', 'redundantPrefix', 'absoluteOffset', 'zeroDisplacement', 'stackPointerBase'],
  classify: ['redundantPrefix', 'fifteenByte'],
  operands: ['highByteRegister', 'uniformByteRegister', 'ripRelative', 'extremeImmediate'],
  encode: [],
}

/**
 * Level 0, machine code: x86 instructions made by iced-x86 and confirmed, from the text of each row alone, by capstone.
 *
 * docs/levels/level0.md says what it asks. Rejects, naming the package to install, where one of the two is missing.
 */
export async function level0(): Promise<LevelSpec<Question, string>> {
  const [tool, capstone] = await Promise.all([loadIced(), loadCapstone()])
  return defineLevel<Question, string>({
    name: 'level0',
    version: '1.0.0',
    method: 'compiler',
    question: questionFormat,
    answer: grammar(
      /^[^\n]+(?:\n[^\n]+)*$/,
      ([text]) => text,
      text => text,
    ),
    topics: {
      decode: topic(tool, 'decode'),
      boundaries: topic(tool, 'boundaries'),
      classify: topic(tool, 'classify'),
      operands: topic(tool, 'operands'),
      encode: {
        ...topic(tool, 'encode'),
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
    oracle: judge(capstone),
    verifiedBy: [capstone.version],
    laws: [lengthsAddUp, encodingFixpoint(tool.reencode, (bits, bytes, ip) => readText(capstone, bits, bytes, ip))],
    difficulty: question => programOf(question).bytes.length,
    canonical: bytesShown,
  })
}

/** What a task asks, about which programs, with which edges. */
function topic(tool: X86Tool, task: Task): Topic<Question, string> {
  return {
    questions: byDifficulty({ easy: 'easy', medium: 'medium', hard: 'hard' } as const, difficulty =>
      questions(task, shownPrograms(tool, task, difficulty)),
    ),
    answer: question => ANSWERS[task](programOf(question)),
    edges: Object.fromEntries(EDGES[task].map(name => [name, edgeOf(tool, task, name)])),
  }
}

function edgeOf(tool: X86Tool, task: Task, name: ProgramEdge): Edge<Question> {
  const existing = DIFFICULTIES.filter(difficulty => edgeExists(name, difficulty, 64))
  return edge(
    Object.fromEntries(existing.map(difficulty => [difficulty, questions(task, shownEdgePrograms(tool, task, difficulty, name))])),
    question => showsEdge(name, programOf(question)),
  )
}

/** What stands on the line of bytes or of text. */
const bodyOf = (input: string): string => /^(?:bytes|text): (.+)$/m.exec(input)?.[1] ?? ''
