import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { criticalValue, twoSidedP } from '../../src/score/normal.js';
import { chiSquareTail } from '../../src/score/gamma.js';
import { nps } from '../../src/score/index.js';
import { close, counts } from './close.js';

/*
 * Right values: mpmath 1.4.1 with 50 digits (erfinv, erfc, gammainc); the posterior intervals scipy 1.17.1 (adaptive
 * quadrature over beta laws, then brentq).
 *
 * On the same tables, before we wrote our own (largest relative error):
 *
 *                                      quantile   normal tail   chi-square tail   licence, size
 *   own                                   4e-15         2e-14             4e-13   one page, no dependency
 *   @stdlib/stats-base-dists-* 0.3        3e-8          1e-13             3e-7    Apache-2.0, 222 packages, 25 MB
 *   jstat 1.9                             9e-5          1 (0)             3e-7    MIT, 1.2 MB
 *   simple-statistics 7.12                1             2e+296               –    ISC, 2.0 MB
 *
 * All three are kept up. The errors of stdlib are not its own: it has only the share below, and 1 − that loses the digits
 * of a small p; its functions are otherwise exact. The other two are polynomial approximations in the tails.
 */
describe('Special functions, against values with 50 digits', () => {
  const critical: [level: number, z: number][] = [
    [1e-9, 1.2533141373155004e-9],
    [0.001, 0.0012533144654325546],
    [0.1, 0.12566134685507405],
    [0.3, 0.3853204664075676],
    [0.4999, 0.6743324152899515],
    [0.5, 0.6744897501960817],
    [0.6, 0.8416212335729142],
    [0.683, 1.0006418287624494],
    [0.8, 1.2815515655446006],
    [0.9, 1.6448536269514729],
    [0.95, 1.9599639845400538],
    [0.99, 2.5758293035489004],
    [0.999, 3.2905267314918945],
    [0.9999, 3.890591886413121],
    [0.999999999, 6.109410209383449],
    [0.999999999999999, 8.026957018033892],
  ];
  it('the critical value of every level', () => {
    for (const [level, z] of critical) close(criticalValue(level), z, 1e-14);
  });

  const tails: [z: number, p: number][] = [
    [0, 1],
    [1e-8, 0.9999999920211544],
    [0.01, 0.9920212873707368],
    [0.5, 0.6170750774519738],
    [1, 0.3173105078629141],
    [1.5, 0.13361440253771614],
    [1.7, 0.08913092551708608],
    [1.74, 0.08185901795761473],
    [2, 0.04550026389635842],
    [3, 0.002699796063260189],
    [5, 5.733031437583878e-7],
    [7.247430753394789, 4.247514795458793e-13],
    [8, 1.2441921148543568e-15],
    [20, 5.5072482372124675e-89],
    [37, 1.1451142445049154e-299],
  ];
  it('the share beyond every z, to its last digit', () => {
    for (const [z, p] of tails) close(chiSquareTail(z * z, 1), p, 5e-14);
  });

  it('the two-sided p of every z, either sign, to 16 digits after the point', () => {
    for (const [z, p] of tails) {
      const wrong = Math.abs(twoSidedP(z) - p);
      assert.ok(wrong <= 2 ** -53 + 5e-14 * p, `${z}: ${twoSidedP(z)} is not ${p}`);
      assert.equal(twoSidedP(-z), twoSidedP(z));
    }
    assert.equal(twoSidedP(Infinity), 0);
    // As R 4.2.2 prints it: 2 * (1 - pnorm(7.247430753394789)).
    close(twoSidedP(7.247430753394789), 4.24771329221585e-13);
  });

  const chiSquare: [value: number, df: number, p: number][] = [
    [0, 3, 1],
    [0.001, 1, 0.9747728793699604],
    [1, 1, 0.3173105078629141],
    [3.841458820694124, 1, 0.05000000000000006],
    [30, 1, 4.3204630578274975e-8],
    [0.5, 2, 0.7788007830714049],
    [9.02086417502871, 7, 0.2511615539675735],
    [7, 7, 0.42887985755305474],
    [60, 7, 1.509555302298912e-10],
    [5, 30, 0.9999999308468613],
    [90, 99, 0.7298344102846511],
    [150, 99, 0.0007204453957169629],
    [1000, 999, 0.48513148927490146],
    [1200, 999, 1.1129350448258867e-5],
  ];
  it('the tail of χ² up to 999 degrees of freedom', () => {
    for (const [value, df, p] of chiSquare) close(chiSquareTail(value, df), p, 1e-12);
  });

  it('no value, no share, and an end to the search for one', () => {
    assert.ok(Number.isNaN(chiSquareTail(NaN, 3)));
    assert.ok(Number.isNaN(twoSidedP(NaN)));
    // Just beyond a + 1 the continued fraction takes longest.
    for (let k = 0; k < 2000; k++) {
      const p = chiSquareTail(3 + k / 1000, 1);
      assert.ok(p > 0.02 && p < 0.09, `${p}`);
    }
  });

  const posterior: [triple: number[], level: number, low: number, high: number][] = [
    [[1, 2, 3], 0.95, -28.987740300769, 73.686481453305],
    [[0, 0, 10], 0.99, 34.17204169045, 99.932494399272],
    [[55, 70, 125], 0.99, 14.544457873285, 40.475283155022],
    [[150, 350, 500], 0.99, 28.950824039605, 40.76934188242],
    [[150, 350, 500], 0.95, 30.406316570819, 39.400603932422],
    // Two laws of very different widths, one inside the other. mpmath with 34 digits (nested Gauss–Legendre quadrature).
    [[15868, 71297, 387], 0.999, -18.12089945832693, -17.246952632111242],
    [[900000, 5, 40], 0.95, -99.99299548235916, -99.98737011817059],
    [[3, 50, 1e9], 0.99, 99.99999194962022, 99.9999960952348],
  ];
  it('the posterior interval', () => {
    for (const [triple, level, low, high] of posterior) {
      const { interval } = nps(counts(triple), { method: 'bayes', level });
      close(interval?.low, low, 1e-10);
      close(interval?.high, high, 1e-10);
    }
  });
});
