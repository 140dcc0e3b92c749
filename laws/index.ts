export { law } from './law'
