/** Script or style sheet with all its imports, as one text (scripts/bundledText.ts). */
declare module '*?bundled' {
  const text: string
  export default text
}
