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
      .replace(/^ *\u0001/gm, '')
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
      return statement.text;
  }
}

/** `name as other` of a list of names, the erased ones marked where values stand beside them. */
function toSpecifiers(statement: ImportStatement | ReexportStatement) {
  const { names = [], types = [] } = statement;
  const all = [...names.map((text) => ({ text, erased: false })), ...types.map((text) => ({ text, erased: true }))];
  const specifiers = all.map(({ text, erased }) => {
    const [name = '', alias] = text.split(' as ');
    return { name, ...(alias === undefined ? {} : { alias }), isTypeOnly: erased && names.length > 0 };
  });
  return { isTypeOnly: names.length === 0, specifiers: specifiers.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

function toImport(statement: ImportStatement): ImportDeclarationStructure {
  const { isTypeOnly, specifiers } = toSpecifiers(statement);
  return {
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier: statement.from,
    isTypeOnly,
    namedImports: specifiers,
  };
}

function toReexport(statement: ReexportStatement): ExportDeclarationStructure {
  const { isTypeOnly, specifiers } = toSpecifiers(statement);
  return {
    kind: StructureKind.ExportDeclaration,
    moduleSpecifier: statement.from,
    isTypeOnly,
    namedExports: specifiers,
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
