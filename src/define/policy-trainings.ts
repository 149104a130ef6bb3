import { PolicyTrainings } from '../elements/policy-trainings/policy-trainings.js';
import { register } from '../register.js';

register('policy-trainings', PolicyTrainings);

declare global {
  interface HTMLElementTagNameMap {
    'policy-trainings': PolicyTrainings;
  }
}
