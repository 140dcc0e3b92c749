/** A script or a sheet of styles with all that it imports, as one text (scripts/bundledText.ts). */
declare module '*?bundled' {
  const text: string
  export default text
}
