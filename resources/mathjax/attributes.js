// MathJax's Attributes without prototype chains; the build puts it in their place.
//
// The original makes three objects a node that are each other's prototypes. Qt's V4 forgets all it knows about
// property look-ups whenever such an object changes, which made it spend most of a formula's time here.
export const INHERIT = '_inherit_';

const has = Object.prototype.hasOwnProperty;

export class Attributes {
  constructor(defaults, global) {
    this.global = global;
    // Never written to, so all nodes of a kind share them.
    this.defaults = defaults || {};
    this.inherited = {};
    this.attributes = {};
  }

  set(name, value) {
    this.attributes[name] = value;
  }

  setList(list) {
    Object.assign(this.attributes, list);
  }

  get(name) {
    const value = has.call(this.attributes, name) ? this.attributes[name] : this.getInherited(name);
    return value === INHERIT ? this.global[name] : value;
  }

  getExplicit(name) {
    return has.call(this.attributes, name) ? this.attributes[name] : undefined;
  }

  getList(...names) {
    const values = {};
    for (const name of names) values[name] = this.get(name);
    return values;
  }

  setInherited(name, value) {
    this.inherited[name] = value;
  }

  getInherited(name) {
    return has.call(this.inherited, name) ? this.inherited[name] : this.getDefault(name);
  }

  getDefault(name) {
    return has.call(this.defaults, name) ? this.defaults[name] : this.global[name];
  }

  isSet(name) {
    return has.call(this.attributes, name) || has.call(this.inherited, name);
  }

  hasDefault(name) {
    return has.call(this.defaults, name) || name in this.global;
  }

  getExplicitNames() {
    return Object.keys(this.attributes);
  }

  getInheritedNames() {
    return Object.keys(this.inherited);
  }

  getDefaultNames() {
    return Object.keys(this.defaults);
  }

  getGlobalNames() {
    return Object.keys(this.global);
  }

  getAllAttributes() {
    return this.attributes;
  }

  getAllInherited() {
    return this.inherited;
  }

  getAllDefaults() {
    return this.defaults;
  }

  getAllGlobals() {
    return this.global;
  }
}
