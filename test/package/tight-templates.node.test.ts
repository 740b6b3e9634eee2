import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tightened } from '../../build/tight-templates.js';

for (const [what, before, after] of [
  ['separators', 'css`a , b {\n  color : red;\n  margin: 0 auto ;\n}\n`', 'css`a,b{color :red;margin:0 auto}`'],
  ['comments', 'css`/* why\n * so */a{} /* b */`', 'css`a{}`'],
  ['descendants and pseudo-classes', 'css`:host( [a] )  :hover > b{}`', 'css`:host( [a] ) :hover > b{}`'],
  ['sums', 'css`a{width:calc( 1px  +  2px )}`', 'css`a{width:calc( 1px + 2px )}`'],
  ['strings', "css`a::after{content: 'x ;  y'}`", "css`a::after{content:'x ;  y'}`"],
  ['values put in', 'css`a{color: ${ x }\n;} b { top: ${y} }`', 'css`a{color:${ x }}b{top:${y}}`'],
  ['markup', 'html`\n  <p\n    class="a  b">${x}\n  text</p>`', 'html` <p class="a b">${x} text</p>`'],
  ['templates in templates', 'html`<i>  ${a ? html`<b>  </b>` : ``}</i>`', 'html`<i> ${a ? html`<b> </b>` : ``}</i>`'],
  ['other templates', 'text`a  b` + `c  d`', 'text`a  b` + `c  d`'],
] as const) {
  test(`${what} keep their meaning`, () => {
    assert.equal(tightened(before), after);
  });
}
