import { expect } from 'chai';
import { isRight, missed, questionAfter, scoreOf } from '../../src/policy/quiz.js';
import type { CheckQuestion, QuizQuestion, TriageQuestion } from '../../src/policy/schema.js';
import { askedNow, follow, startWay, stepBack } from '../../src/policy/triage.js';
import { countAnswered, verdictOf, type YesOrNo } from '../../src/policy/check-verdict.js';

describe('triage', () => {
  const ask = (id: string, ...to: string[]): TriageQuestion => ({
    id,
    question: id,
    answers: to.map((each) => ({ label: each, to: each })),
  });
  const questions = [ask('a', 'b', 'end'), ask('b', 'a', 'b', 'c'), ask('c')];
  const start = startWay(questions);

  it('starts at the first question, and nowhere where there is none', () => {
    expect(askedNow(start, questions)?.id).to.equal('a');
    expect(startWay([])).to.deep.equal({ asked: [] });
    expect(askedNow(startWay([]), [])).to.equal(undefined);
  });

  const WALKS: [string[], string[], string | undefined][] = [
    [['b'], ['a', 'b'], undefined],
    [['b', 'c'], ['a', 'b', 'c'], undefined],
    [['b', 'b'], ['a', 'b'], undefined],
    [['b', 'a'], ['a'], undefined],
    [['b', 'a', 'b', 'a', 'b', 'c', 'a'], ['a'], undefined],
    [['end'], ['a'], 'end'],
    [['b', 'nothing-of-the-kind'], ['a', 'b'], 'nothing-of-the-kind'],
  ];
  for (const [answers, asked, outcome] of WALKS) {
    it(`follows ${answers.join(' → ')}`, () => {
      const way = answers.reduce((from, to) => follow(from, to, questions), start);
      expect(way.asked).to.deep.equal(asked);
      expect(way.outcome).to.equal(outcome);
    });
  }

  it('steps back from an outcome to its question, from there to the one before, and no further', () => {
    const way = follow(follow(start, 'b', questions), 'end', questions);
    expect(stepBack(way)).to.deep.equal({ asked: ['a', 'b'] });
    expect(stepBack(stepBack(way))).to.deep.equal({ asked: ['a'] });
    expect(stepBack(stepBack(stepBack(way)))).to.deep.equal({ asked: ['a'] });
  });

  it('starts again where the question asked is gone', () => {
    expect(askedNow({ asked: ['gone'] }, questions)?.id).to.equal('a');
  });
});

describe('the verdict of a check', () => {
  const ask = (id: string, expect?: YesOrNo): CheckQuestion => ({
    id,
    question: id,
    ...(expect && { expect }),
  });
  const questions = [ask('a', 'yes'), ask('b', 'no'), ask('c')];
  const of = (...answers: (YesOrNo | '')[]) =>
    new Map(
      answers.flatMap((answer, at): [string, YesOrNo][] =>
        answer ? [[questions[at]!.id, answer]] : [],
      ),
    );

  it('is not given before every question is answered', () => {
    expect(verdictOf(questions, of('yes', 'no'))).to.equal(undefined);
    expect(verdictOf(questions, of('no', 'no'))).to.equal(undefined);
    expect(verdictOf([], new Map())).to.equal(undefined);
    expect(countAnswered(questions, of('', 'no'))).to.equal(1);
  });

  const CASES: [YesOrNo[], string, string[]][] = [
    [['yes', 'no', 'yes'], 'fine', []],
    [['yes', 'no', 'no'], 'fine', []],
    [['no', 'no', 'no'], 'not-yet', ['a']],
    [['no', 'yes', 'yes'], 'not-yet', ['a', 'b']],
  ];
  for (const [answers, outcome, against] of CASES) {
    it(`is ${outcome} for ${answers.join(', ')}`, () => {
      const verdict = verdictOf(questions, of(...answers))!;
      expect(verdict.outcome).to.equal(outcome);
      expect(verdict.against.map(({ id }) => id)).to.deep.equal(against);
    });
  }

  it('leaves the decision to the reader where nothing was expected', () => {
    expect(verdictOf([ask('a')], of('yes'))?.outcome).to.equal('open');
  });
});

describe('the score of a quiz', () => {
  const ask = (id: string, ...correct: boolean[]): QuizQuestion => ({
    id,
    question: id,
    explanation: id,
    options: correct.map((each, at) => ({ label: `${at}`, ...(each && { correct: true }) })),
  });
  const questions = [
    ask('one', false, true),
    ask('many', true, true, false),
    ask('none', false, false),
    ask('empty'),
  ];

  it('counts an option that is right, whichever of several it is', () => {
    expect(
      scoreOf(
        questions,
        new Map([
          ['one', 1],
          ['many', 0],
        ]),
      ),
    ).to.deep.equal({ correct: 2, total: 2 });
    expect(
      scoreOf(
        questions,
        new Map([
          ['one', 0],
          ['many', 1],
        ]),
      ),
    ).to.deep.equal({ correct: 1, total: 2 });
  });

  it('does not count a question without a right answer', () => {
    expect(isRight(questions[2]!, new Map([['none', 0]]))).to.equal(undefined);
    expect(scoreOf(questions.slice(2), new Map([['none', 0]]))).to.deep.equal({
      correct: 0,
      total: 0,
    });
  });

  it('names what was missed', () => {
    expect(
      missed(
        questions,
        new Map([
          ['one', 1],
          ['many', 2],
        ]),
      ).map(({ id }) => id),
    ).to.deep.equal(['many']);
  });

  it('goes to the next question, then to what was passed over, then to the end', () => {
    const after = (current: string, ...answered: string[]) =>
      questionAfter(questions, new Map(answered.map((id) => [id, 0])), current)?.id;
    expect(after('one', 'one')).to.equal('many');
    expect(after('empty', 'none')).to.equal('one');
    expect(after('empty', 'one', 'many', 'none')).to.equal(undefined);
    expect(questionAfter(questions.slice(0, 1), new Map(), 'one')).to.equal(undefined);
  });
});
