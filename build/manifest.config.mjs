/**
 * Only what a user of the package can import stays in the manifest: no file of `src`, no private member, and the element as
 * one class, whatever the sources inherit from.
 */
const publicFacesOnly = {
  name: 'askwell:public-faces-only',
  packageLinkPhase({ customElementsManifest: manifest }) {
    manifest.modules = manifest.modules.filter(({ path }) => /^src\/(index|define)\.ts$/.test(path));
    for (const module of manifest.modules) {
      module.path = module.path.replace(/^src\/(.*)\.ts$/, 'dist/$1.js');
      module.declarations = module.declarations.filter(({ name }) => name === 'AskWell');
      module.exports = module.exports.filter(({ name }) => name === 'AskWell' || name === 'ask-well');
      for (const { declaration } of module.exports) declaration.module = 'dist/index.js';
    }
    for (const element of manifest.modules.flatMap(({ declarations }) => declarations)) {
      element.members = element.members.filter((member) => member.privacy !== 'private' && !member.static);
      element.superclass = { name: 'ReactiveElement', package: 'lit' };
      for (const part of Object.values(element).filter(Array.isArray).flat()) delete part.inheritedFrom;
    }
  },
};

export default {
  globs: ['src/index.ts', 'src/define.ts', 'src/element/*.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [publicFacesOnly],
};
