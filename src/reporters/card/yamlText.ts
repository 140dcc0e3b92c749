/**
 * A text as a double-quoted YAML scalar, in one line whatever is in it. JSON texts are such scalars (YAML 1.2, section 1.3)
 * but for the characters that only YAML takes for line breaks or does not allow to stand as they are (sections 5.1 and 5.4).
 */
export const yamlText = (text: string): string =>
  JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
