/** Findings in the forms that code hosts read. */
import { groupFindings, type MessageLanguage, type ToldFinding } from '@policy-elements/authoring';

type Placed = ToldFinding & { file: string };

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** GitHub's workflow commands: they appear beside the line they are about. */
export async function annotations(
  reports: readonly { file: string; findings: readonly ToldFinding[] }[],
  messages: MessageLanguage,
): Promise<string> {
  const lines: string[] = [];
  for (const { file, findings } of reports) {
    for (const group of await groupFindings(findings, { messages })) {
      const { line, column, where } = group.findings[0]!;
      const command = group.grade === 'error' ? 'error' : 'warning';
      const title = where || group.code;
      lines.push(
        `::${command} file=${escapeProperty(file)},line=${line},col=${column},` +
          `title=${escapeProperty(title)}::${escapeData(group.message)}\n`,
      );
    }
  }
  return lines.join('');
}

/** SARIF 2.1.0, for code scanning and editors. */
export function sarif(findings: readonly Placed[]): object {
  const ids = [...new Set(findings.map(({ code }) => code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'policy', rules: ids.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map(({ code, grade, message, where, file, line, column }) => ({
          ruleId: code,
          ruleIndex: ids.indexOf(code),
          level: grade === 'error' ? 'error' : 'note',
          message: { text: where ? `${where}: ${message}` : message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
                region: { startLine: line, startColumn: column },
              },
            },
          ],
        })),
      },
    ],
  };
}
