import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { choose, clear, painted, panelOf, radiosOf, stage, until, type Stage } from './stage.js';

const added: Element[] = [];

function append<E extends HTMLElement>(element: E): E {
  added.push(document.body.appendChild(element));
  return element;
}

const isUp = (shown: Stage): boolean => panelOf(shown).matches(':popover-open');

describe('beside a modal dialog of the host', () => {
  afterEach(() => {
    clear();
    for (const element of added.splice(0)) element.remove();
  });

  it('waits until it is closed', async () => {
    const dialog = append(document.createElement('dialog'));
    dialog.showModal();
    const shown = await stage();
    await painted();
    expect(isUp(shown)).to.equal(false);
    expect(shown.ask.calls).to.deep.equal([]);
    dialog.close();
    await until('shown', () => isUp(shown) && shown.ask.seen);
  });

  it('makes way when it opens later, and comes back with what was chosen', async () => {
    const shown = await stage();
    await choose(shown, 6);
    const dialog = append(document.createElement('dialog'));
    dialog.showModal();
    await until('down', () => !isUp(shown));
    dialog.remove();
    await until('up', () => isUp(shown));
    expect(radiosOf(shown)[6]!.checked).to.equal(true);
    expect(shown.ask.calls.join()).to.not.contain('dismiss');
  });

  it('waits to be modal itself', async () => {
    const dialog = append(document.createElement('dialog'));
    dialog.showModal();
    const shown = await stage({ layout: 'modal' });
    expect(panelOf(shown).matches(':modal')).to.equal(false);
    dialog.close();
    await until('modal', () => panelOf(shown).matches(':modal'));
  });

  it('stays where it is inside that very dialog', async () => {
    const dialog = append(document.createElement('dialog'));
    dialog.showModal();
    const shown = await stage({}, {}, dialog);
    expect(isUp(shown)).to.equal(true);
    expect(radiosOf(shown)[9]!.matches(':popover-open *')).to.equal(true);
  });

  it('leaves Escape to it', async () => {
    const shown = await stage();
    const dialog = append(document.createElement('dialog'));
    dialog.showModal();
    await until('down', () => !isUp(shown));
    (document.activeElement as HTMLElement).blur();
    await sendKeys({ press: 'Escape' });
    await painted();
    expect(shown.ask.calls.join()).to.not.contain('dismiss');
  });

  it('takes no notice of dialogs that are not modal', async () => {
    const dialog = append(document.createElement('dialog'));
    dialog.show();
    expect(isUp(await stage())).to.equal(true);
  });
});

describe('beside something of the host in full screen', () => {
  afterEach(() => {
    clear();
    for (const element of added.splice(0)) element.remove();
  });

  it('makes way, and comes back afterwards', async () => {
    const film = append(document.createElement('div'));
    film.style.cssText = 'inline-size: 50px; block-size: 50px';
    const shown = await stage({ placement: 'start' });
    await choose(shown, 6);
    const entered = new Promise<void>((resolve, reject) => {
      film.addEventListener('click', () => film.requestFullscreen().then(resolve, reject));
    });
    const { left, top } = film.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + 25), Math.round(top + 25)] });
    await entered;
    await until('down', () => !isUp(shown));
    await document.exitFullscreen();
    await until('up', () => isUp(shown));
    expect(radiosOf(shown)[6]!.checked).to.equal(true);
  });
});
