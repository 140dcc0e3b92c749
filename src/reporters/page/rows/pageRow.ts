/** A row as the page shows it: flat, with its split and its twin. The browser script uses the same type. */
export interface PageRow {
  readonly id: string
  readonly input: string
  readonly expected_output: string
  readonly split: string
  readonly category: string
  readonly topic: string
  readonly difficulty: string
  readonly adversarial_type: string
  readonly edge: string
  readonly measured_difficulty: number
  readonly verified: boolean
  readonly verification_method: string
  readonly verified_by: readonly string[]
  readonly laws: readonly string[]
  readonly group: string
  readonly token: string
  /** Id of the other row of the same draw; '' if it is not on the page. */
  readonly twin: string
}
