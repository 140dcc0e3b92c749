import { defineLevel, DIFFICULTIES, type Edge, type DeclaredCue, type LevelSpec, type Topic } from 'genesis-datasets'
import { byDifficulty, edge, grammar, impossible } from 'genesis-datasets/arbitraries'
import { edgeExists, edgeQuestions, TOPIC_EDGES, touches } from '../../arbitraries/x86/level1/edges/topicEdges'
import type { EffectEdge } from '../../arbitraries/x86/level1/edges/showsEdge'
import { answerOf } from '../../arbitraries/x86/level1/questions/answer'
import type { Task } from '../../arbitraries/x86/level1/questions/ask'
import { questions } from '../../arbitraries/x86/level1/questions/drawQuestion'
import { answerWithOthers, observedSteps } from '../../arbitraries/x86/level1/questions/observed'
import { bytesOf } from '../../arbitraries/x86/level1/questions/program'
import { canonicalText, measured, type Question, questionFormat } from '../../arbitraries/x86/level1/questions/question'
import { ambiguous } from '../../arbitraries/x86/level1/traps/ambiguous'
import { contradictory } from '../../arbitraries/x86/level1/traps/contradictory'
import { incomplete } from '../../arbitraries/x86/level1/traps/incomplete'
import { malformed } from '../../arbitraries/x86/level1/traps/malformed'
import { outOfScope, PRIVILEGED } from '../../arbitraries/x86/level1/traps/outOfScope'
import { loadIced, type X86Tool } from '../../arbitraries/x86/iced/iced'
import { memoize } from '../../arbitraries/x86/once'
import { loadCapstone } from '../../laws/x86/capstone/capstone'
import { blockComposes, flagsUndefined, inputsDeclared, writesDeclared } from '../../laws/x86/level1/effectLaws'
import { effectEncoding } from '../../laws/x86/assembly/generalRegisterEncodings'
import { judgeEffects } from '../../laws/x86/level1/judgeEffects'
import { loadProcessor } from '../../laws/x86/processor/loadProcessor'

/**
 * Level 1, what instructions do: x86-64 code interpreted by the generator and confirmed, from the text of each row alone, by
 * running it on a processor.
 *
 * docs/levels/level1.md says what it asks. Rejects, naming the package to install, where a tool is missing.
 */
export async function level1(): Promise<LevelSpec<Question, string>> {
  const [tool, capstone, processor] = await Promise.all([loadIced(), loadCapstone(), loadProcessor()])
  const topic = topicOf(tool)
  const steps = memoize((question: Question) => observedSteps(tool, encode, question))
  const untold = impossible('a flag that is read is always defined, or is itself what is asked')
  return defineLevel<Question, string>({
    name: 'level1',
    version: '2.0.0',
    verificationMethod: 'test',
    question: questionFormat,
    answer: grammar(
      ANSWER,
      ([text]) => text,
      text => text,
    ),
    topics: {
      registers: { ...topic('registers'), adversarial: { ambiguous: untold } },
      flags: { ...topic('flags'), adversarial: { ambiguous: untold } },
      memory: { ...topic('memory'), adversarial: { ambiguous: untold } },
      control_flow: topic('control_flow'),
      read_write_sets: {
        ...topic('read_write_sets'),
        adversarial: { incomplete: impossible('the code alone tells what it reads and writes'), ambiguous: untold },
      },
      blocks: topic('blocks'),
      faults: { ...topic('faults'), adversarial: { ambiguous: untold } },
    },
    adversarial: {
      out_of_scope: outOfScope(),
      malformed: malformed(tool),
      contradictory: contradictory(tool),
      incomplete: incomplete(tool),
      ambiguous: ambiguous(tool),
    },
    domains: {
      dominators: input => input.startsWith('task: dominators\n') && codeOf(input).length > 0,
      aarch64: input => input.includes('\nisa: aarch64\n') && capstone.readsArm64(rawBytesOf(input)),
      ring0: input =>
        input.includes('\nisa: x86-64 ring 0\n') && codeOf(input).some(part => (PRIVILEGED as readonly string[]).includes(part)),
    },
    oracle: judgeEffects(processor, capstone),
    // Each time the oracle is asked, a process starts.
    oracleBatchSize: 2_048,
    verifiedBy: [processor.version, capstone.version],
    laws: [
      writesDeclared(steps),
      flagsUndefined(steps),
      blockComposes(steps),
      inputsDeclared(question => answerWithOthers(tool, question, steps(question))),
    ],
    measureDifficulty: measured,
    canonicalForm: canonicalText,
    topicOf: input => /^task: (.+)$/m.exec(input)?.[1],
    surface: { header, declaredCues: HONEST },
    grading: { whitespace: 'collapse', ignoreCase: true },
  })
}

/** The bytes of an instruction, which iced reads: where it stands makes no difference to what it does. */
function encode(text: string): Uint8Array | undefined {
  const encoding = effectEncoding(text, 0x40_0000)
  return encoding === undefined ? undefined : Uint8Array.from(encoding)
}

/** Values, the next address with its reason, what is read and written, or a fault. */
const ANSWER = new RegExp(
  [
    '^(?:next=(?:fall|0x[0-9a-f]+) \\([^\\n()]+\\)',
    'reads: [^\\n]+\\nwrites: [^\\n]+',
    'fault=(?:none|#(?:DE|UD) at \\d+|#PF at \\d+ reaching 0x[0-9a-f]+)',
    '(?:(?:r\\w+=0x[0-9a-f]+|[A-Z]F=(?:[01]|undef)(?: [A-Z]F=(?:[01]|undef))*|mem\\[0x[0-9a-f]+\\]=[0-9a-f]{2}(?: [0-9a-f]{2})*)(?:\\n(?!$)|$))+)$',
  ].join('|'),
)

/** What a task asks, with which edges. */
const topicOf =
  (tool: X86Tool) =>
  (task: Task): Topic<Question, string> => ({
    questions: byDifficulty({ easy: 'easy', medium: 'medium', hard: 'hard' } as const, difficulty => questions(tool, task, difficulty)),
    answer: question => answerOf(tool, question),
    edges: Object.fromEntries(TOPIC_EDGES[task].map(name => [name, edgeOf(tool, task, name)])),
  })

function edgeOf(tool: X86Tool, task: Task, name: EffectEdge): Edge<Question> {
  const existing = DIFFICULTIES.filter(difficulty => edgeExists(task, name, difficulty))
  return edge(Object.fromEntries(existing.map(difficulty => [difficulty, edgeQuestions(tool, task, difficulty, name)])), question =>
    touches(tool, name, question),
  )
}

/** The task and the isa, and which other lines there are. */
const header = (input: string): string => input.replace(/^(ip|code|registers|flags|memory|ask|flag|given): .*$/gm, '$1')

/** What makes these traps refusals is in the very lines that are covered up. */
const HONEST: readonly DeclaredCue[] = [
  {
    type: 'out_of_scope',
    pattern: /^(?:task|isa|code): .*$/gm,
    reason: 'it declares another task, instruction set or ring, and shows code of that kind',
  },
  { type: 'malformed', pattern: /^code: .*$/gm, reason: 'bytes in its code are of no instruction that exists' },
]

/** The parts of the code. */
const codeOf = (input: string): readonly string[] => /^code: (.+)$/m.exec(input)?.[1]?.split('; ') ?? []

/** The bytes of code that is given in bytes alone; none of any other. */
function rawBytesOf(input: string): Uint8Array {
  const parts = codeOf(input).map(bytesOf)
  return Uint8Array.from(parts.flatMap(part => (part === undefined ? [] : [...part])))
}
