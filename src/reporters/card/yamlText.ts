/**
 * Returns a text as a double-quoted YAML scalar on one line. JSON texts are such scalars (YAML 1.2, section 1.3), except for
 * the characters that only YAML treats as line breaks or does not allow unescaped (sections 5.1 and 5.4).
 */
export const yamlText = (text: string): string =>
  JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
