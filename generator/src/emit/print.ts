import {
  type ClassDeclarationStructure,
  type ExportDeclarationStructure,
  type FunctionDeclarationStructure,
  type ImportDeclarationStructure,
  IndentationText,
  type InterfaceDeclarationStructure,
  type JSDocStructure,
  NewLineKind,
  type OptionalKind,
  type ParameterDeclarationStructure,
  Project,
  type PropertyDeclarationStructure,
  QuoteKind,
  type StatementStructures,
  StructureKind,
  type TypeAliasDeclarationStructure,
  VariableDeclarationKind,
  type VariableStatementStructure,
} from 'ts-morph';
import { compareText } from './api-view.ts';
import { escapeComment, quoteName } from './escape.ts';
import type {
  ClassProperty,
  ClassStatement,
  ConstStatement,
  Doc,
  FunctionStatement,
  GeneratedFile,
  ImportStatement,
  InterfaceStatement,
  Method,
  Parameter,
  ReexportStatement,
  Statement,
  TypeScriptSource,
  TypeStatement,
} from './file.ts';

/** Prints TypeScript files. Made once a run: the project behind it costs more than a file does. */
export class TypeScriptPrinter {
  readonly #project = new Project({
    useInMemoryFileSystem: true,
    skipAddingFilesFromTsConfig: true,
    skipLoadingLibFiles: true,
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Single,
    },
  });

  /** `header` are the lines of the first comment, without the slashes. */
  print(source: TypeScriptSource, header: readonly string[]): GeneratedFile {
    const comment = header.map((line) => `// ${line.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')}`);
    const first = [...comment, ...(source.unchecked ? ['// @ts-nocheck'] : [])].join('\n');
    const file = this.#project.createSourceFile(
      source.path,
      { statements: [first, '', ...source.statements.map(toStructure)] },
      { overwrite: true },
    );
    // No literal holds a raw line break, so spaces at the end of a line and runs of empty lines are layout alone.
    const text = file
      .getFullText()
      .replace(/^ *\u0001(?: (?=}))?/gm, '')
      .replace(/ +$/gm, '')
      .replace(/\n{3,}/g, '\n\n');
    file.forget();
    return { path: source.path, text: text.endsWith('\n') ? text : `${text}\n` };
  }
}

function toStructure(statement: Statement): StatementStructures | string {
  switch (statement.kind) {
    case 'import':
      return toImport(statement);
    case 'reexport':
      return toReexport(statement);
    case 'interface':
      return toInterface(statement);
    case 'type':
      return toType(statement);
    case 'const':
      return toConst(statement);
    case 'function':
      return toFunction(statement);
    case 'class':
      return toClass(statement);
    case 'text':
      return statement.text.replace(/ from '(\.\/[\w./-]+)\.ts';/g, " from '$1.js';");
  }
}

/** Names in braces, sorted, the erased ones marked where values stand beside them; a long list has a name a line. */
function printSpecifiers(statement: ImportStatement | ReexportStatement): { isTypeOnly: boolean; text: string } {
  const { names = [], types = [] } = statement;
  const mark = names.length > 0 ? 'type ' : '';
  const all = [...names.map((name) => ({ name, text: name })), ...types.map((name) => ({ name, text: mark + name }))];
  const texts = all.sort((a, b) => compareText(a.name, b.name)).map(({ text }) => text);
  const line = texts.join(', ');
  const text = line.length <= 80 ? line : keepIndentation(`\n${texts.map((name) => `  ${name},\n`).join('')}`);
  return { isTypeOnly: names.length === 0, text };
}

/** Siblings are named as they are once they are compiled, which is what a strict NodeNext project demands. */
function toSpecifier(from: string): string {
  return from.startsWith('.') ? from.replace(/\.ts$/, '.js') : from;
}

function toImport(statement: ImportStatement): ImportDeclarationStructure {
  const { isTypeOnly, text } = printSpecifiers(statement);
  const namedImports = (writer: { write(text: string): unknown }) => void writer.write(text);
  return {
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier: toSpecifier(statement.from),
    isTypeOnly,
    namedImports,
  };
}

function toReexport(statement: ReexportStatement): ExportDeclarationStructure {
  const { isTypeOnly, text } = printSpecifiers(statement);
  const namedExports = (writer: { write(text: string): unknown }) => void writer.write(text);
  return {
    kind: StructureKind.ExportDeclaration,
    moduleSpecifier: toSpecifier(statement.from),
    isTypeOnly,
    namedExports,
  };
}

function toInterface(statement: InterfaceStatement): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name: statement.name,
    isExported: statement.exported ?? true,
    docs: toDocs(statement.doc),
    typeParameters: [...(statement.typeParameters ?? [])],
    extends: [...(statement.extends ?? [])],
    properties: statement.members.map((member) => ({
      name: quoteName(member.name),
      type: member.type,
      isReadonly: true,
      hasQuestionToken: member.optional ?? false,
      docs: toDocs(member.doc),
    })),
  };
}

function toType(statement: TypeStatement): TypeAliasDeclarationStructure {
  return {
    leadingTrivia: '\n',
    kind: StructureKind.TypeAlias,
    name: statement.name,
    isExported: statement.exported ?? true,
    docs: toDocs(statement.doc),
    typeParameters: [...(statement.typeParameters ?? [])],
    type: keepIndentation(statement.type),
  };
}

function toConst(statement: ConstStatement): VariableStatementStructure {
  const type = statement.type === undefined ? {} : { type: statement.type };
  return {
    leadingTrivia: '\n',
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    isExported: statement.exported ?? true,
    docs: toDocs(statement.doc),
    declarations: [{ name: statement.name, ...type, initializer: keepIndentation(statement.value) }],
  };
}

/** Where ts-morph's own indentation of a continued line ends; no text of a model holds this character. */
const lineMark = '\u0001';

/** Keeps a text's own indentation: ts-morph would hang every line after the first. */
function keepIndentation(text: string): string {
  return text.replaceAll('\n', `\n${lineMark}`);
}

function toFunction(statement: FunctionStatement): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name: statement.name,
    isExported: statement.exported ?? true,
    isAsync: statement.async ?? false,
    docs: toDocs(statement.doc),
    typeParameters: [...(statement.typeParameters ?? [])],
    parameters: statement.parameters.map(toParameter),
    returnType: statement.returns,
    statements: [...statement.body],
  };
}

function toClass(statement: ClassStatement): ClassDeclarationStructure {
  const base = statement.extends === undefined ? {} : { extends: statement.extends };
  const constructs = statement.constructs;
  return {
    kind: StructureKind.Class,
    name: statement.name,
    isExported: statement.exported ?? true,
    docs: toDocs(statement.doc),
    typeParameters: [...(statement.typeParameters ?? [])],
    ...base,
    properties: (statement.properties ?? []).map(toProperty),
    ctors: constructs ? [{ parameters: constructs.parameters.map(toParameter), statements: [...constructs.body] }] : [],
    methods: (statement.methods ?? []).map(toMethod),
  };
}

function toProperty(property: ClassProperty): OptionalKind<PropertyDeclarationStructure> {
  return {
    name: quoteName(property.name),
    type: property.type,
    isReadonly: true,
    isStatic: property.static ?? false,
    hasOverrideKeyword: property.override ?? false,
    hasDeclareKeyword: property.declared ?? false,
    hasQuestionToken: property.optional ?? false,
    ...(property.value === undefined ? {} : { initializer: property.value }),
    docs: toDocs(property.doc),
  };
}

function toMethod(method: Method) {
  return {
    name: quoteName(method.name),
    isStatic: method.static ?? false,
    isAsync: method.async ?? false,
    hasOverrideKeyword: method.override ?? false,
    docs: toDocs(method.doc),
    typeParameters: [...(method.typeParameters ?? [])],
    parameters: method.parameters.map(toParameter),
    returnType: method.returns,
    statements: [...method.body],
  };
}

function toParameter(parameter: Parameter): OptionalKind<ParameterDeclarationStructure> {
  return {
    name: parameter.name,
    type: parameter.type,
    hasQuestionToken: parameter.optional ?? false,
    ...(parameter.value === undefined ? {} : { initializer: parameter.value }),
  };
}

function toDocs(doc: Doc | undefined): OptionalKind<JSDocStructure>[] {
  if (doc === undefined) return [];
  const text = escapeComment(doc.text);
  if (doc.deprecated === undefined)
    return text === '' ? [] : [{ description: text.includes('\n') ? `\n${text}` : text }];
  return [{ description: `\n${text}`, tags: [{ tagName: 'deprecated', text: escapeComment(doc.deprecated) }] }];
}
