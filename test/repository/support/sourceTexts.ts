import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** A piece of text with its place, `path:line`. */
export interface PlacedText {
  readonly place: string
  readonly text: string
}

/** Texts of a source file by kind. */
export interface SourceTexts {
  readonly comments: readonly PlacedText[]
  /** Identifiers that the file declares, not those that it only uses. */
  readonly names: readonly PlacedText[]
  readonly strings: readonly PlacedText[]
  /** Exported declarations; the text is the docstring, or empty. */
  readonly exports: readonly (PlacedText & { readonly name: string })[]
}

/** Returns the paths of the tracked files that match. */
export const trackedFiles = (...patterns: readonly string[]): readonly string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', ...patterns], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .trim()
    .split('\n')

export const textOf = (path: string): string => readFileSync(`${ROOT}${path}`, 'utf8')

/** Returns the comments, declared names, strings and exports of a TypeScript or JavaScript file. */
export function sourceTexts(path: string): SourceTexts {
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true)
  const comments = new Map<number, PlacedText>()
  const names: PlacedText[] = []
  const strings: PlacedText[] = []
  const exports: (PlacedText & { name: string })[] = []
  const withPlace = (at: number, text: string): PlacedText => ({
    place: `${path}:${source.getLineAndCharacterOfPosition(at).line + 1}`,
    text,
  })
  const visit = (node: ts.Node): void => {
    const ranges = [ts.getLeadingCommentRanges(source.text, node.pos), ts.getTrailingCommentRanges(source.text, node.end)]
    for (const { pos, end } of ranges.flatMap(list => list ?? [])) {
      comments.set(pos, withPlace(pos, source.text.slice(pos, end)))
    }
    if (isNamed(node)) names.push(withPlace(node.name.getStart(source), node.name.text))
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) {
      if (!ts.isImportDeclaration(node.parent) && !ts.isExportDeclaration(node.parent))
        strings.push(withPlace(node.getStart(source), node.text))
    }
    if (isExported(node))
      for (const name of namesOf(node)) exports.push({ ...withPlace(node.getStart(source), docstringOf(node, source)), name })
    for (const child of node.getChildren(source)) visit(child)
  }
  visit(source)
  return { comments: [...comments.values()], names, strings, exports }
}

type Named = ts.NamedDeclaration & { readonly name: ts.Identifier | ts.PrivateIdentifier }

const isNamed = (node: ts.Node): node is Named => {
  const { name } = node as Partial<ts.NamedDeclaration>
  return name !== undefined && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) && !ts.isPropertyAccessExpression(node)
}

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  node.parent !== undefined &&
  ts.isSourceFile(node.parent) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

function namesOf(node: ts.Node): readonly string[] {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.map(({ name }) => name.getText())
  const { name } = node as Partial<ts.NamedDeclaration>
  return [name === undefined ? 'default' : name.getText()]
}

const docstringOf = (node: ts.Node, source: ts.SourceFile): string => {
  const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)
  return docs.length === 0 ? '' : docs.map(doc => doc.getText(source)).join('\n')
}
