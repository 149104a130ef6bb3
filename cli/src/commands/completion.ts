import { COMMON } from '../options.js';
import { type Command, UsageError } from '../command.js';
import { COMMANDS } from '../commands.js';

interface Entry {
  name: string;
  options: string[];
  summary: string;
}

const flat = (name: string): string => name.replaceAll(' ', '_');
const lineOf = (words: readonly string[]): string => words.join(' ');

/** First words of the commands, and the second ones by the first. */
function wordsOf(entries: readonly Entry[]) {
  const first = [...new Set(entries.map(({ name }) => name.split(' ')[0]!))];
  const second = new Map<string, string[]>();
  for (const { name } of entries) {
    const [one, two] = name.split(' ');
    if (two) second.set(one!, [...(second.get(one!) ?? []), two]);
  }
  return { first, second };
}

function bash(entries: readonly Entry[]): string {
  const { first, second } = wordsOf(entries);
  const options = entries.map(
    ({ name, options: all }) => `    "${name}") words="${lineOf(all)}" ;;`,
  );
  const subs = [...second].map(
    ([one, all]) => `    ${one}) COMPREPLY=($(compgen -W "${lineOf(all)}" -- "$word")); return ;;`,
  );
  return `# bash completion for policy: source <(policy completion bash)
_policy() {
  local word="\${COMP_WORDS[COMP_CWORD]}" command="\${COMP_WORDS[1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${lineOf(first)}" -- "$word"))
    return
  fi
  if [ "$COMP_CWORD" -eq 2 ]; then
    case "$command" in
${subs.join('\n')}
    esac
  fi
  case "$command \${COMP_WORDS[2]}" in
${options.filter((each) => /"\S+ \S+"/.test(each)).join('\n')}
    *) case "$command" in
${options.filter((each) => !/"\S+ \S+"\)/.test(each)).join('\n')}
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word"))
}
complete -o filenames -F _policy policy
`;
}

function zsh(entries: readonly Entry[]): string {
  const { first, second } = wordsOf(entries);
  // Files of the folder would keep a second command from being the only answer.
  const subs = [...second].map(([one, all]) => `    ${one}) compadd ${lineOf(all)}; return ;;`);
  const options = entries.map(
    ({ name, options: all }) => `    ${flat(name)}) compadd -- ${lineOf(all)} ;;`,
  );
  return `#compdef policy
# zsh completion for policy: source <(policy completion zsh)
_policy() {
  if (( CURRENT == 2 )); then
    compadd ${lineOf(first)}
    return
  fi
  if (( CURRENT == 3 )); then
    case "$words[2]" in
${subs.join('\n')}
    esac
  fi
  local name="$words[2]_$words[3]"
  case "$name" in
${options.filter((each) => /^\s+\S+_\S+\)/.test(each)).join('\n')}
    *) case "$words[2]" in
${options.filter((each) => !/^\s+\S+_\S+\)/.test(each)).join('\n')}
    esac ;;
  esac
  _files
}
compdef _policy policy
`;
}

function fish(entries: readonly Entry[]): string {
  const quote = (text: string) => `'${text.replaceAll("'", "\\'")}'`;
  const lines = entries.flatMap(({ name, options, summary }) => {
    const [one, two] = name.split(' ');
    const at = two ? `__fish_seen_subcommand_from ${one}` : '__fish_use_subcommand';
    const here = two
      ? `__fish_seen_subcommand_from ${one}; and __fish_seen_subcommand_from ${two}`
      : `__fish_seen_subcommand_from ${one}`;
    return [
      `complete -c policy -n ${quote(at)} -a ${quote(two ?? one!)} -d ${quote(summary)}`,
      ...options.map((each) => `complete -c policy -n ${quote(here)} -l ${each.slice(2)}`),
    ];
  });
  const groups = [...wordsOf(entries).second.keys()].map(
    (one) => `complete -c policy -n '__fish_use_subcommand' -a ${quote(one)}`,
  );
  return `# fish completion for policy: policy completion fish | source\n${[...groups, ...lines].join('\n')}\n`;
}

const SHELLS: Readonly<Record<string, (entries: readonly Entry[]) => string>> = { bash, zsh, fish };

export const command: Command = {
  summary: {
    nl: 'vult opdrachten en opties aan in bash, zsh of fish',
    fr: 'complète commandes et options dans bash, zsh ou fish',
    en: 'completes commands and options in bash, zsh or fish',
  },
  usage: 'bash|zsh|fish',
  words: [1, 1],
  options: [],
  notes: {
    nl: 'Zet in ~/.bashrc: source <(policy completion bash)',
    fr: 'À mettre dans ~/.bashrc : source <(policy completion bash)',
    en: 'Put into ~/.bashrc: source <(policy completion bash)',
  },
  async run({ words: [shell = ''], output, messages, say }) {
    const write = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
    if (!write) {
      const words = {
        nl: '“{shell}” is geen van bash, zsh en fish.',
        fr: '« {shell} » n’est ni bash, ni zsh, ni fish.',
        en: '“{shell}” is none of bash, zsh and fish.',
      };
      throw new UsageError(say(words, { shell }));
    }
    const entries = await Promise.all(
      Object.entries(COMMANDS).map(async ([name, load]) => {
        const { command: each } = await load();
        const options = [...each.options, ...COMMON].map((option) => `--${option.name}`);
        return { name, options, summary: each.summary[messages] };
      }),
    );
    output.write(write(entries));
    return 0;
  },
};
