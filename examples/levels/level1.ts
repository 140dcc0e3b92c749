import { defineLevel, DIFFICULTIES, type Edge, type DeclaredCue, type LevelSpec, type Topic } from 'genesis-datasets'
import { byDifficulty, edge, grammar, impossible } from 'genesis-datasets/arbitraries'
import { edgeExists, edgeQuestions, TOPIC_EDGES, matchesEdge } from '../../arbitraries/x86/level1/edges/topicEdges'
import type { EffectEdge } from '../../arbitraries/x86/level1/edges/showsEdge'
import { answerOf } from '../../arbitraries/x86/level1/questions/answer'
import type { Level1Task } from '../../arbitraries/x86/level1/questions/ask'
import { questions } from '../../arbitraries/x86/level1/questions/drawQuestion'
import { answerWithOthers, observedSteps } from '../../arbitraries/x86/level1/questions/observed'
import { bytesOf } from '../../arbitraries/x86/level1/questions/program'
import { canonicalForm, measureDifficulty, type Level1Question, questionFormat } from '../../arbitraries/x86/level1/questions/question'
import { ambiguous } from '../../arbitraries/x86/level1/traps/ambiguous'
import { contradictory } from '../../arbitraries/x86/level1/traps/contradictory'
import { incomplete } from '../../arbitraries/x86/level1/traps/incomplete'
import { malformed } from '../../arbitraries/x86/level1/traps/malformed'
import { outOfScope, PRIVILEGED } from '../../arbitraries/x86/level1/traps/outOfScope'
import { loadIced, type X86Tool } from '../../arbitraries/x86/iced/iced'
import { memoize } from '../../arbitraries/x86/memoize'
import { loadCapstone } from '../../laws/x86/capstone/capstone'
import { blockComposes, flagsUndefined, inputsDeclared, writesDeclared } from '../../laws/x86/level1/effectLaws'
import { effectEncoding } from '../../laws/x86/assembly/generalRegisterEncodings'
import { judgeEffects } from '../../laws/x86/level1/judgeEffects'
import { loadProcessor } from '../../laws/x86/processor/loadProcessor'

/**
 * Loads level 1, effects of instructions: x86-64 code interpreted by the generator, and confirmed from the text of each row alone by
 * running it on a processor.
 *
 * docs/levels/level1.md defines its questions. Rejects with an error that names the package to install if a tool is missing.
 */
export async function level1(): Promise<LevelSpec<Level1Question, string>> {
  const [tool, capstone, processor] = await Promise.all([loadIced(), loadCapstone(), loadProcessor()])
  const topic = topicOf(tool)
  const steps = memoize((question: Level1Question) => observedSteps(tool, encode, question))
  const noAmbiguity = impossible('a flag that is read is always defined, or is the flag that is asked')
  return defineLevel<Level1Question, string>({
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
      registers: { ...topic('registers'), adversarial: { ambiguous: noAmbiguity } },
      flags: { ...topic('flags'), adversarial: { ambiguous: noAmbiguity } },
      memory: { ...topic('memory'), adversarial: { ambiguous: noAmbiguity } },
      control_flow: topic('control_flow'),
      read_write_sets: {
        ...topic('read_write_sets'),
        adversarial: { incomplete: impossible('the code alone determines what it reads and writes'), ambiguous: noAmbiguity },
      },
      blocks: topic('blocks'),
      faults: { ...topic('faults'), adversarial: { ambiguous: noAmbiguity } },
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
    // Each call of the oracle starts a process, so batches are large.
    oracleBatchSize: 2_048,
    verifiedBy: [processor.version, capstone.version],
    laws: [
      writesDeclared(steps),
      flagsUndefined(steps),
      blockComposes(steps),
      inputsDeclared(question => answerWithOthers(tool, question, steps(question))),
    ],
    measureDifficulty: measureDifficulty,
    canonicalForm: canonicalForm,
    topicOf: input => /^task: (.+)$/m.exec(input)?.[1],
    surface: { header, declaredCues: DECLARED_CUES },
    grading: { whitespace: 'collapse', ignoreCase: true },
  })
}

/** Encodes an instruction for iced to read. Its effects do not depend on the address, so any address will do. */
function encode(text: string): Uint8Array | undefined {
  const encoding = effectEncoding(text, 0x40_0000)
  return encoding === undefined ? undefined : Uint8Array.from(encoding)
}

/** Pattern of an answer: values, the next address with its reason, reads and writes, or a fault. */
const ANSWER = new RegExp(
  [
    '^(?:next=(?:fall|0x[0-9a-f]+) \\([^\\n()]+\\)',
    'reads: [^\\n]+\\nwrites: [^\\n]+',
    'fault=(?:none|#(?:DE|UD) at \\d+|#PF at \\d+ reaching 0x[0-9a-f]+)',
    '(?:(?:r\\w+=0x[0-9a-f]+|[A-Z]F=(?:[01]|undef)(?: [A-Z]F=(?:[01]|undef))*|mem\\[0x[0-9a-f]+\\]=[0-9a-f]{2}(?: [0-9a-f]{2})*)(?:\\n(?!$)|$))+)$',
  ].join('|'),
)

/** Returns a function that builds the topic of a task: its questions, answers and edges. */
const topicOf =
  (tool: X86Tool) =>
  (task: Level1Task): Topic<Level1Question, string> => ({
    questions: byDifficulty({ easy: 'easy', medium: 'medium', hard: 'hard' } as const, difficulty => questions(tool, task, difficulty)),
    answer: question => answerOf(tool, question),
    edges: Object.fromEntries(TOPIC_EDGES[task].map(name => [name, edgeOf(tool, task, name)])),
  })

function edgeOf(tool: X86Tool, task: Level1Task, name: EffectEdge): Edge<Level1Question> {
  const existing = DIFFICULTIES.filter(difficulty => edgeExists(task, name, difficulty))
  return edge(Object.fromEntries(existing.map(difficulty => [difficulty, edgeQuestions(tool, task, difficulty, name)])), question =>
    matchesEdge(tool, name, question),
  )
}

/** Returns the header for the surface check: the task, the instruction set, and the keys of all other lines. */
const header = (input: string): string => input.replace(/^(ip|code|registers|flags|memory|ask|flag|given): .*$/gm, '$1')

/** Declared cues: the masked lines themselves make these traps refusals. */
const DECLARED_CUES: readonly DeclaredCue[] = [
  {
    type: 'out_of_scope',
    pattern: /^(?:task|isa|code): .*$/gm,
    reason: 'the text declares another task, instruction set or ring, and shows code of that kind',
  },
  { type: 'malformed', pattern: /^code: .*$/gm, reason: 'some bytes of the code are of no existing instruction' },
]

/** Returns the parts of the code, one per instruction. */
const codeOf = (input: string): readonly string[] => /^code: (.+)$/m.exec(input)?.[1]?.split('; ') ?? []

/** Returns the bytes of the parts that are given in bytes; parts in text contribute none. */
function rawBytesOf(input: string): Uint8Array {
  const parts = codeOf(input).map(bytesOf)
  return Uint8Array.from(parts.flatMap(part => (part === undefined ? [] : [...part])))
}
