# Types into a real zsh, presses Tab, and writes down the line that it then has.
# complete.zsh SCRIPT ANSWERS LINE…
zmodload zsh/zpty
script=$1 answers=$2; shift 2
: > $answers
answered() {
  while (( $(wc -l < $answers) < $1 )); do zpty -r -t shell read_away; sleep 0.02; done
}
zpty shell zsh -f -i
zpty -w shell "PROMPT=; autoload -Uz compinit; compinit -u -D; source $script"
zpty -w shell "show() { print -r -- \"\$BUFFER\" >> $answers; BUFFER=; }; zle -N show; bindkey '^X' show"
zpty -w -n shell $'\x18'
answered 1
for (( at = 1; at <= $#; at++ )); do
  zpty -w -n shell "${@[at]}"$'\t\x18'
  answered $(( at + 1 ))
done
zpty -d shell
