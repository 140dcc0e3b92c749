export { law } from './law'
export { answer, cannotJudge, malformed, refuse } from './verdict'
