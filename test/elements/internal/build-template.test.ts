import { expect } from 'chai';
import fc from 'fast-check';
import { executeServerCommand } from '@web/test-runner-commands';
import { _$LH } from 'lit';
import { buildTemplate } from '../../../src/elements/internal/build-template.js';

type TextOfTemplate = (strings: TemplateStringsArray, type: number) => [unknown];

/** A lit template's text as Lit gives it to the parser, with the names of markers that the build gives Lit. */
function litHtml(strings: readonly string[], tag: string): string {
  const array = Object.assign([...strings], { raw: strings });
  const { _getTemplateHtml: textOf } = _$LH as unknown as { _getTemplateHtml: TextOfTemplate };
  const [text] = textOf(array, tag === 'svg' ? 2 : 1);
  return String(text).replaceAll(/(?<=\w)\$lit\$(?==)/g, '-lit-');
}

/** Everything that counts about a tree, with bound attributes by their order and value, as Lit reads them. */
function describeNode(node: Node): unknown {
  if (!(node instanceof Element)) return [node.nodeName, node.nodeValue];
  const attributes = [...node.attributes].map(({ name, value, namespaceURI }) => [
    name.endsWith('-lit-') ? 'bound' : /^(at-lit-|lit\$)/.test(name) ? 'on the element' : name,
    value,
    namespaceURI,
  ]);
  const { childNodes } = node instanceof HTMLTemplateElement ? node.content : node;
  return [node.namespaceURI, node.localName, attributes, [...childNodes].map(describeNode)];
}

function both(text: string): [unknown, unknown] {
  const [ours, theirs] = [document.createElement('template'), document.createElement('template')];
  buildTemplate(ours, text);
  theirs.innerHTML = text;
  return [[...ours.content.childNodes].map(describeNode), [...theirs.content.childNodes].map(describeNode)];
}

function same(text: string): void {
  const [ours, theirs] = both(text);
  expect(ours, text).to.deep.equal(theirs);
}

describe('a template that is built without the parser', () => {
  it('is what the parser makes, for every template of the kit', async () => {
    const { value: templates } = await executeServerCommand<
      { value: { file: string; tag: string; strings: string[] }[] },
      undefined
    >('cue-templates');
    expect(templates.length).to.be.greaterThan(5);
    for (const { file, tag, strings } of templates) {
      const [ours, theirs] = both(litHtml(strings, tag));
      expect(ours, `${file}: ${strings.join('${…}')}`).to.deep.equal(theirs);
    }
  });

  for (const [what, text] of Object.entries({
    nothing: '',
    'text only': 'text only',
    entities: 'a < b &amp;&lt;&gt;&quot;&nbsp;&#39;&#x41;&unknown; & c',
    'attributes of all forms':
      '<p>a</p>\n  <p class=b id="c d" title=\'e "f"\' hidden data-g="">h<br>i<img src="/x.png" alt=a/><wbr/></p>',
    'attributes that look like markup': '<p data-a="x > y" data-b="<z>">&lt;p&gt;</p>',
    comments: '<!----><!-- a > b --><?lit$123$><p><!--?lit$123$--></p>',
    'templates in templates': '<template><p>a</p><template>b</template></template><p>c</p>',
    'SVG, and HTML in it':
      '<svg viewBox="0 0 1 1"><path d="M0 0"/><g><a>t</a></g><foreignObject><p>a<br></p></foreignObject><linearGradient></linearGradient></svg><p>b</p>',
    bindings:
      '<cue-box @click-lit-=lit$1$ .value-lit-="lit$1$" ?hidden-lit-=lit$1$ class="a lit$1$ b" lit$1$7><slot name=c></slot></cue-box>',
    'an attribute before a slash': '<p a1=b c2/>d</p>',
  })) {
    it(`is what the parser makes, for ${what}`, () => same(text));
  }

  it('is what the parser makes, for any template', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/).map((name) => `data-${name}`);
    const text = fc.stringMatching(/^[a-zA-Z0-9 \n\t.,;:!?=/"'éß漢]*$/).map((value) => `${value}&amp;x`);
    const comment = fc.stringMatching(/^[a-z0-9 >"'=]*$/).map((value) => `<!--x${value}x--><?lit$${value.length}$>`);
    // The input of the parser is a stream in which carriage returns and null characters are something else.
    const quotable = fc.string().map((value) => value.replaceAll(/["'&\r\0]/g, ''));
    const attribute = fc.oneof(
      word,
      fc.tuple(word, quotable).map(([name, value]) => `${name}="${value}"`),
      fc.tuple(word, quotable).map(([name, value]) => `${name} = '${value}'`),
      fc.tuple(word, fc.stringMatching(/^[a-z0-9:.][a-z0-9/:.]*$/)).map(([name, value]) => `${name}=${value}`),
      fc.constantFrom('@click', '.value', '?hidden').map((name) => `${name}-lit-="a lit$1$ b"`),
    );
    const attributes = fc
      .uniqueArray(attribute, { maxLength: 4, selector: (value) => value.split(/[\s=]/)[0] })
      .map((list) => list.map((value) => ` ${value}`).join(''));
    const containers = ['div', 'span', 'section', 'cue-box', 'template', 'slot', 'dialog'];
    const { node } = fc.letrec<{ node: string; nodes: string }>((tie) => ({
      nodes: fc.array(tie('node'), { maxLength: 4 }).map((list) => list.join('')),
      node: fc.oneof(
        { maxDepth: 4 },
        text,
        comment,
        attributes.map((list) => `<input${list}>`),
        fc
          .tuple(fc.constantFrom(...containers), attributes, tie('nodes'))
          .map(([name, list, inner]) => `<${name}${list}>${inner}</${name}>`),
        fc
          .tuple(attributes, attributes)
          .map(([outer, inner]) => `<svg${outer}><g><path${inner}></path><circle${inner} /></g></svg>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (list) => same(list.join(''))),
      { numRuns: 300 },
    );
  });

  it('loads no image and upgrades no element', () => {
    let upgraded = 0;
    customElements.define(
      'x-inert',
      class extends HTMLElement {
        constructor() {
          super();
          upgraded += 1;
        }
      },
    );
    const template = document.createElement('template');
    buildTemplate(template, '<x-inert></x-inert><img src="/never.png" alt="">');
    const [element, image] = template.content.children;
    expect(image?.ownerDocument.defaultView).to.equal(null);
    expect(upgraded).to.equal(0);
    document.importNode(element as Element, true);
    expect(upgraded).to.equal(1);
  });
});
