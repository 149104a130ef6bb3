/** Pictures of a Word file: each is told once, with its description or else its name. */
type Attributes = Readonly<Record<string, string>>;

const PICTURE = /^(picture|image|afbeelding|grafik|graphic|imagen?)\b/i;

export class Pictures {
  #words = '';
  /** Whether the drawing that is read was told before its picture came. */
  #told = false;
  readonly #tell: (words: string) => void;

  constructor(tell: (words: string) => void) {
    this.#tell = tell;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'v:imagedata') this.#tell(attributes['o:title'] ?? '');
    else if (name === 'a:blip') {
      if (!this.#told) this.#tell(this.#words);
      // Of several pictures in a group each one counts.
      this.#told = false;
    } else this.#drawing(attributes);
  }

  /** A text box is a drawing too, and told by its text: a picture is described, or says it is one. */
  #drawing({ descr, title, name = '' }: Attributes): void {
    this.#words = descr || title || name;
    this.#told = Boolean(descr || title) || PICTURE.test(name);
    if (this.#told) this.#tell(this.#words);
  }
}
