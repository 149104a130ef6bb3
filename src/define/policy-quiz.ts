import { PolicyQuiz } from '../elements/policy-quiz/policy-quiz.js';
import { register } from '../register.js';

register('policy-quiz', PolicyQuiz);

declare global {
  interface HTMLElementTagNameMap {
    'policy-quiz': PolicyQuiz;
  }
}
